//! What a CA certificate may be followed by (RFC 5280 §4.2.1.9 to §4.2.1.11, §4.2.1.14).

use crate::{Error, ErrorKind, GeneralName, Oid, list::list, reader::Reader, tag};

/// Whether the subject is a CA, and how many CAs may follow (RFC 5280 §4.2.1.9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BasicConstraints {
    /// `cA`.
    pub ca: bool,
    /// `pathLenConstraint`: how many intermediate certificates may follow; at most 255.
    pub path_len: Option<u8>,
}

impl BasicConstraints {
    pub(crate) fn read(mut fields: Reader<'_>) -> Result<Self, Error> {
        // An encoded FALSE breaks X.690 §11.5 but is common: docs/deviations.md.
        let ca = fields.peek() == Some(tag::BOOLEAN) && fields.boolean()?;
        let path_len = match fields.optional(tag::INTEGER)? {
            Some(contents) => {
                let value = contents.unsigned_contents()?;
                let narrow = u8::try_from(value);
                Some(narrow.map_err(|_| contents.error(ErrorKind::IntegerRange))?)
            }
            None => None,
        };
        fields.finish()?;
        Ok(Self { ca, path_len })
    }
}

/// The name spaces of later subjects (RFC 5280 §4.2.1.10).
#[derive(Clone, Copy, Debug)]
pub struct NameConstraints<'a> {
    /// Names must lie within one of these, if of the same form.
    pub permitted: Option<GeneralSubtrees<'a>>,
    /// Names must lie within none of these.
    pub excluded: Option<GeneralSubtrees<'a>>,
}

impl<'a> NameConstraints<'a> {
    pub(crate) fn read(mut fields: Reader<'a>) -> Result<Self, Error> {
        let start = fields;
        let permitted = subtrees(&mut fields, 0)?;
        let excluded = subtrees(&mut fields, 1)?;
        fields.finish()?;
        // §4.2.1.10: never an empty sequence.
        if permitted.is_none() && excluded.is_none() {
            return Err(start.error(ErrorKind::Empty));
        }
        Ok(Self { permitted, excluded })
    }
}

fn subtrees<'a>(fields: &mut Reader<'a>, number: u8) -> Result<Option<GeneralSubtrees<'a>>, Error> {
    match fields.optional(tag::context_constructed(number))? {
        Some(elements) => GeneralSubtrees::from_elements(elements).map(Some),
        None => Ok(None),
    }
}

list! {
    /// The bases of the subtrees of a name constraint (RFC 5280 §4.2.1.10).
    GeneralSubtrees of GeneralName, read read_subtree
}

fn read_subtree<'a>(list: &mut Reader<'a>) -> Result<GeneralName<'a>, Error> {
    let mut fields = list.expect(tag::SEQUENCE)?;
    let base = GeneralName::read_base(&mut fields)?;
    // §4.2.1.10: minimum is zero, which DER does not encode, and maximum is absent.
    if !fields.is_empty() {
        return Err(fields.error(ErrorKind::ExtensionValue));
    }
    Ok(base)
}

/// Requirements on later policies (RFC 5280 §4.2.1.11). Counts of certificates that may follow first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PolicyConstraints {
    /// `requireExplicitPolicy`.
    pub require_explicit_policy: Option<u32>,
    /// `inhibitPolicyMapping`.
    pub inhibit_policy_mapping: Option<u32>,
}

impl PolicyConstraints {
    pub(crate) fn read(mut fields: Reader<'_>) -> Result<Self, Error> {
        let start = fields;
        let require_explicit_policy = skip_certs(&mut fields, 0)?;
        let inhibit_policy_mapping = skip_certs(&mut fields, 1)?;
        fields.finish()?;
        // §4.2.1.11: never an empty sequence.
        if require_explicit_policy.is_none() && inhibit_policy_mapping.is_none() {
            return Err(start.error(ErrorKind::Empty));
        }
        Ok(Self { require_explicit_policy, inhibit_policy_mapping })
    }
}

fn skip_certs(fields: &mut Reader<'_>, number: u8) -> Result<Option<u32>, Error> {
    match fields.optional(tag::context(number))? {
        Some(contents) => contents.unsigned_contents().map(Some),
        None => Ok(None),
    }
}

/// A pair of equivalent policies (RFC 5280 §4.2.1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PolicyMapping<'a> {
    /// The policy in the issuer's domain.
    pub issuer_domain_policy: Oid<'a>,
    /// The policy in the subject's domain that the issuer holds equivalent.
    pub subject_domain_policy: Oid<'a>,
}

impl<'a> PolicyMapping<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let issuer_domain_policy = fields.oid()?;
        let subject_domain_policy = fields.oid()?;
        fields.finish()?;
        Ok(Self { issuer_domain_policy, subject_domain_policy })
    }
}

list! {
    /// The pairs of `policyMappings` (RFC 5280 §4.2.1.5).
    PolicyMappings of PolicyMapping, read PolicyMapping::read
}
