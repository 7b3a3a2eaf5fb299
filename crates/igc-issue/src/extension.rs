//! The values of the extensions we issue (RFC 5280 §4.2), each the contents of one extnValue.
//!
//! What stands in them comes from the catalogue; how it is laid out is said here and nowhere else.

use igc_x509::{Oid, Time, encode, oid};

/// `Extension` (RFC 5280 §4.1): the critical flag is written only when true, FALSE being its default.
pub(crate) fn extension(id: Oid<'_>, critical: bool, value: &[u8]) -> Vec<u8> {
    let flag = if critical { encode::boolean(true) } else { Vec::new() };
    encode::sequence(&[encode::oid(id), flag, encode::octet_string(value)])
}

/// §4.2.1.9 for an end entity: an empty sequence, cA being FALSE by default.
pub(crate) fn end_entity_constraints() -> Vec<u8> {
    encode::sequence::<&[u8]>(&[])
}

/// §4.2.1.9 for an authority.
pub(crate) fn authority_constraints(path_len: Option<u8>) -> Vec<u8> {
    let path_len = path_len.map(|length| encode::integer(length.into())).unwrap_or_default();
    encode::sequence(&[encode::boolean(true), path_len])
}

/// §4.2.1.12, in the order given.
pub(crate) fn extended_key_usage<'a>(purposes: impl IntoIterator<Item = Oid<'a>>) -> Vec<u8> {
    list(purposes.into_iter().map(encode::oid))
}

/// §4.2.1.4: one policy with its CPS pointer.
pub(crate) fn certificate_policies(policy: Oid<'_>, cps: &str) -> Vec<u8> {
    let qualifier = encode::sequence(&[encode::oid(oid::ID_QT_CPS), ia5(cps)]);
    let information = encode::sequence(&[encode::oid(policy), encode::sequence(&[qualifier])]);
    encode::sequence(&[information])
}

/// §4.2.1.13 and §4.2.1.15: one distribution point per URL, in the order given.
pub(crate) fn distribution_points<'a>(urls: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    list(urls.into_iter().map(|url| {
        let full_name = encode::context_constructed(0, &uri(url));
        encode::sequence(&[encode::context_constructed(0, &full_name)])
    }))
}

/// §4.2.2.1, in the order given.
pub(crate) fn authority_info_access<'a>(
    descriptions: impl IntoIterator<Item = (Oid<'a>, &'a str)>,
) -> Vec<u8> {
    list(
        descriptions
            .into_iter()
            .map(|(method, url)| encode::sequence(&[encode::oid(method), uri(url)])),
    )
}

/// §4.2.1.1, the key identifier alone.
pub(crate) fn authority_key_identifier(identifier: &[u8]) -> Vec<u8> {
    encode::sequence(&[encode::context(0, identifier)])
}

/// RFC 3280 §4.2.1.4, which RFC 5280 no longer describes.
pub(crate) fn private_key_usage_period(not_before: Time, not_after: Time) -> Vec<u8> {
    let time = |number, time| {
        // `[n] IMPLICIT GeneralizedTime`: the same contents under another tag.
        let whole = encode::generalized_time(time);
        encode::context(number, whole.get(2..).unwrap_or_default())
    };
    encode::sequence(&[time(0, not_before), time(1, not_after)])
}

/// A SEQUENCE OF whose members are made one by one.
pub(crate) fn list(members: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    encode::sequence(&members.collect::<Vec<_>>())
}

/// §4.2.1.6 uniformResourceIdentifier.
fn uri(url: &str) -> Vec<u8> {
    encode::context(6, url.as_bytes())
}

/// The catalogue's URLs are ASCII: its build says so.
fn ia5(text: &str) -> Vec<u8> {
    encode::tlv(0x16, text.as_bytes())
}
