//! Properties that hold for any input. The fuzz targets and the tests call them; nothing else does.
//!
//! Each function returns for input that is refused, and panics where a law is broken.
#![expect(clippy::panic, reason = "they panic when a law is broken: that is their use")]

use alloc::string::ToString;

use crate::{
    Certificate, CertificateList, CertificationRequest, Extensions, Name, NameBuf, Oid, OidBuf,
    TbsCertificate, Time, input, pem, pkcs7::SignedData,
};

/// A certificate's views lie within it, survive a second parse and never panic.
pub fn certificate(data: &[u8]) {
    let Ok(certificate) = Certificate::parse(data) else { return };
    assert_eq!(certificate.der(), data);
    assert_eq!(Certificate::parse(certificate.der()), Ok(certificate));
    let tbs = certificate.tbs();
    assert!(lies_within(tbs, data) && lies_within(certificate.signature(), data));
    assert_eq!(TbsCertificate::parse(tbs).map(|tbs| tbs.der().len()), Ok(tbs.len()));
    for name in [certificate.issuer(), certificate.subject()] {
        assert!(lies_within(name.der(), tbs));
        self::name(name.der());
    }
    assert!(lies_within(certificate.public_key().der(), tbs));
    let _ = certificate.public_key().rsa();
    time(certificate.validity().not_before);
    let _ = certificate.serial().to_string();
    extensions(certificate.extensions(), data);
    let _ = certificate.check();
}

/// A CRL's views lie within it, and its entries are those that were checked.
pub fn crl(data: &[u8]) {
    let Ok(list) = CertificateList::parse(data) else { return };
    assert_eq!(list.der(), data);
    assert!(lies_within(list.tbs(), data));
    extensions(list.extensions(), data);
    for entry in list.revoked_certificates() {
        // `parse` has checked every entry and the frame of its extensions.
        let Ok(entry) = entry else { panic!("an entry was accepted, then refused") };
        let Ok(found) = entry.extensions() else { panic!("extensions accepted, then refused") };
        extensions(&found, data);
        assert!(lies_within(entry.serial.as_bytes(), list.tbs()));
    }
    name(list.issuer().der());
    let _ = list.check();
}

/// A request's views lie within it.
pub fn certification_request(data: &[u8]) {
    let Ok(request) = CertificationRequest::parse(data) else { return };
    assert_eq!(request.der(), data);
    assert!(lies_within(request.info(), data));
    assert!(lies_within(request.public_key().der(), request.info()));
    name(request.subject().der());
    for attribute in request.attributes() {
        assert!(attribute.values.iter().all(|value| lies_within(value.der(), request.info())));
    }
    if let Ok(Some(found)) = request.extension_request() {
        extensions(&found, data);
    }
    let _ = request.challenge_password();
    let _ = request.check();
}

/// A bag's certificates and CRLs lie within it and keep their own laws.
pub fn pkcs7(data: &[u8]) {
    let Ok(bag) = SignedData::parse(data) else { return };
    for der in bag.certificates() {
        assert!(lies_within(der, data));
        certificate(der);
    }
    for der in bag.crls() {
        assert!(lies_within(der, data));
        crl(der);
    }
}

/// What PEM decodes to, it encodes to a text that decodes to the same.
pub fn pem(data: &[u8]) {
    for block in pem::blocks(data) {
        let Ok(block) = block else { return };
        assert!(data.get(block.position..).is_some_and(|text| text.starts_with(b"-----BEGIN ")));
        let text = pem::encode(block.label, &block.contents);
        let again = pem::decode(text.as_bytes());
        let Ok([again]) = again.as_deref() else { panic!("own text is refused") };
        assert_eq!((again.label, &again.contents), (block.label, &block.contents));
    }
}

/// A name matches itself, its copy and nothing longer, and can be shown.
pub fn name(data: &[u8]) {
    let Ok(name) = Name::parse(data) else { return };
    assert_eq!(name.der(), data);
    assert!(name.matches(&name) && name.is_within(&Name::EMPTY) && name.is_within(&name));
    assert_eq!(NameBuf::from_name(name).as_name(), name);
    assert_eq!(name.rdns().next().is_none(), name.is_empty());
    let _ = name.rfc4514().to_string();
    let _ = name.check();
}

/// Whatever a file is recognised as, its parser keeps its laws on it.
pub fn any_input(data: &[u8]) {
    let Ok(items) = input::read_any(data) else { return };
    assert!(!items.is_empty());
    for item in items {
        certificate(&item.contents);
        crl(&item.contents);
        certification_request(&item.contents);
        pkcs7(&item.contents);
    }
}

/// Every law on the same octets, whatever they are.
pub fn everything(data: &[u8]) {
    certificate(data);
    crl(data);
    certification_request(data);
    pkcs7(data);
    pem(data);
    name(data);
    any_input(data);
}

fn extensions(found: &Extensions<'_>, whole: &[u8]) {
    for extension in found {
        assert_eq!(found.find(extension.oid), Some(extension));
        let end = extension.offset().saturating_add(extension.value.len());
        assert_eq!(whole.get(extension.offset()..end), Some(extension.value));
        oid(extension.oid);
    }
    let _ = found.check();
}

fn oid(oid: Oid<'_>) {
    // Arcs above 64 bits have no text here; the others round-trip.
    if let Ok(again) = oid.to_string().parse::<OidBuf>()
        && again.as_bytes().len() >= oid.as_bytes().len()
    {
        assert_eq!(again.as_oid(), oid);
    }
}

fn time(time: Time) {
    assert_eq!(time.to_string().parse(), Ok(time));
    assert_eq!(
        Time::from_calendar(
            time.year(),
            time.month(),
            time.day(),
            time.hour(),
            time.minute(),
            time.second()
        ),
        Some(time)
    );
}

fn lies_within(part: &[u8], whole: &[u8]) -> bool {
    let (part, whole) = (part.as_ptr_range(), whole.as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}
