//! Certificate policies and their qualifiers (RFC 5280 §4.2.1.4).

use alloc::borrow::Cow;

use crate::{
    Any, Error, ErrorKind, Oid, general_name::ascii, list::list, name::decode, oid, reader::Reader,
    tag,
};

/// How many policies one extension may list: the search for duplicates stays bounded.
const MAX_POLICIES: usize = 1024;

/// One policy under which a certificate was issued.
#[derive(Clone, Copy, Debug)]
pub struct PolicyInformation<'a> {
    /// The policy.
    pub policy: Oid<'a>,
    /// Its qualifiers, if any.
    pub qualifiers: Option<PolicyQualifiers<'a>>,
}

impl<'a> PolicyInformation<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let policy = fields.oid()?;
        let qualifiers = match fields.optional(tag::SEQUENCE)? {
            Some(elements) => Some(PolicyQualifiers::from_elements(elements)?),
            None => None,
        };
        fields.finish()?;
        Ok(Self { policy, qualifiers })
    }

    /// The URIs of certification practice statements among the qualifiers.
    pub fn cps_uris(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.qualifiers.into_iter().flat_map(|list| list.iter()).filter_map(|qualifier| {
            match qualifier {
                PolicyQualifier::Cps(uri) => Some(uri),
                _ => None,
            }
        })
    }
}

list! {
    /// The policies of `certificatePolicies`, none of them twice (RFC 5280 §4.2.1.4).
    CertificatePolicies of PolicyInformation, read PolicyInformation::read
}

impl<'a> CertificatePolicies<'a> {
    pub(crate) fn read(elements: Reader<'a>) -> Result<Self, Error> {
        let list = Self::from_elements(elements)?;
        for (index, information) in list.iter().enumerate() {
            let repeated = list.iter().take(index).any(|e| e.policy == information.policy);
            if repeated || index >= MAX_POLICIES {
                return Err(elements.error(ErrorKind::ExtensionValue));
            }
        }
        Ok(list)
    }

    /// Whether this very policy is listed.
    #[must_use]
    pub fn contains(&self, policy: Oid<'_>) -> bool {
        self.iter().any(|information| information.policy == policy)
    }
}

/// Something an issuer says about a policy.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum PolicyQualifier<'a> {
    /// Where the certification practice statement is published.
    Cps(&'a str),
    /// A text to show to relying parties.
    UserNotice(UserNotice<'a>),
    /// A qualifier of another kind, as encoded.
    Other {
        /// Which kind.
        id: Oid<'a>,
        /// The qualifier.
        value: Any<'a>,
    },
}

impl<'a> PolicyQualifier<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let id = fields.oid()?;
        let qualifier = match id {
            oid::ID_QT_CPS => Self::Cps(ascii(fields.expect(tag::IA5_STRING)?)?),
            oid::ID_QT_UNOTICE => {
                Self::UserNotice(UserNotice::read(fields.expect(tag::SEQUENCE)?)?)
            }
            id => Self::Other { id, value: Any::read(&mut fields)? },
        };
        fields.finish()?;
        Ok(qualifier)
    }
}

list! {
    /// The qualifiers of one policy.
    PolicyQualifiers of PolicyQualifier, read PolicyQualifier::read
}

/// A text to show to relying parties, and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct UserNotice<'a> {
    /// The organisation whose numbered notices are meant, and the list of INTEGERs, as encoded.
    pub notice_ref: Option<(DisplayText<'a>, &'a [u8])>,
    /// The text itself.
    pub explicit_text: Option<DisplayText<'a>>,
}

impl<'a> UserNotice<'a> {
    fn read(mut fields: Reader<'a>) -> Result<Self, Error> {
        let notice_ref = match fields.optional(tag::SEQUENCE)? {
            Some(mut reference) => {
                let organization = DisplayText::read(&mut reference)?;
                let numbers = reference.expect(tag::SEQUENCE)?;
                let mut rest = numbers;
                while !rest.is_empty() {
                    rest.integer()?;
                }
                reference.finish()?;
                Some((organization, numbers.rest()))
            }
            None => None,
        };
        let explicit_text =
            if fields.is_empty() { None } else { Some(DisplayText::read(&mut fields)?) };
        fields.finish()?;
        Ok(Self { notice_ref, explicit_text })
    }
}

/// A string of one of the types of `DisplayText`; length is not limited to 200 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DisplayText<'a> {
    tag: u8,
    contents: &'a [u8],
}

impl<'a> DisplayText<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let tlv = reader.any()?;
        let allowed = matches!(
            tlv.tag,
            tag::IA5_STRING | tag::VISIBLE_STRING | tag::BMP_STRING | tag::UTF8_STRING
        );
        if !allowed {
            return Err(tlv.contents.error(ErrorKind::StringType));
        }
        let text = Self { tag: tlv.tag, contents: tlv.contents.rest() };
        decode(text.tag, text.contents).map_err(|kind| tlv.contents.error(kind))?;
        Ok(text)
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        // Decoded once when it was read.
        decode(self.tag, self.contents).unwrap_or_default()
    }
}
