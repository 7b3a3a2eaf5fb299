//! Opening a file (RFC 7292 §5.2).

use igc_crypto::Secret;
use igc_crypto::pbe::{Password, PasswordForm};

use crate::attributes::Attributes;
use crate::bag::{Bag, BagCount, BagValue, safe_contents};
use crate::budget::Budget;
use crate::describe::{description, is_legacy};
use crate::error::{P12Error, Place, Protected};
use crate::opened::{CertificateEntry, CrlEntry, KeyEntry, Opened, OtherEntry, SecretEntry};
use crate::pair::pair;
use crate::structure::{Outer, PartContent};
use crate::unlock::{Lock, Trial, Unlocked, forms};
use crate::warning::Warning;

pub(crate) fn open(bytes: &[u8], password: &Password, budget: &Budget) -> Result<Opened, P12Error> {
    let outer = Outer::read(bytes, budget)?;
    let parts = outer.parts()?;
    let mut count = BagCount(budget.max_bags);
    let meter = budget.derivation.meter();
    let trial = Trial { password, meter: &meter };

    // What lies in clear, with the shrouded keys in it.
    let mut bags: Vec<Option<Vec<Bag<'_>>>> = Vec::with_capacity(parts.len());
    for (part, content) in parts.iter().enumerate() {
        bags.push(match &content.content {
            PartContent::Clear(bytes) => {
                Some(safe_contents(bytes, part, outer.depth_left(), &mut count)?)
            }
            PartContent::Encrypted(_) | PartContent::Other(_) => None,
        });
    }

    // The MAC, the encrypted parts and those keys are independent: one round for all.
    let mut locks = Vec::new();
    for part in &parts {
        if let PartContent::Encrypted(sealed) = &part.content {
            let place = Place::AuthenticatedSafe;
            locks.push(Lock { sealed, of: Protected::Contents, place, position: part.position });
        }
    }
    let encrypted_parts = locks.len();
    push_keys(&bags, &mut locks);
    let mac = outer.mac.as_ref().map(|mac| (mac, &*outer.authenticated_safe));
    let Unlocked { mut texts, form, mut other_form } =
        trial.unlock(mac, &locks, &forms(password))?;
    drop(locks);
    let mut clear_keys = texts.split_off(encrypted_parts).into_iter();

    // What was encrypted, with the shrouded keys in it.
    let mut inner: Vec<Option<Vec<Bag<'_>>>> = Vec::with_capacity(parts.len());
    let mut decrypted = texts.iter();
    for (part, content) in parts.iter().enumerate() {
        let text = match &content.content {
            PartContent::Encrypted(_) => decrypted.next(),
            PartContent::Clear(_) | PartContent::Other(_) => None,
        };
        inner.push(match text {
            Some(text) => Some(safe_contents(text.expose(), part, outer.depth_left(), &mut count)?),
            None => None,
        });
    }
    let mut locks = Vec::new();
    push_keys(&inner, &mut locks);
    let unlocked = trial.unlock_more(&locks, form)?;
    other_form = other_form.or(unlocked.other_form);
    let mut inner_keys = unlocked.texts.into_iter();
    drop(locks);

    let description = description(&outer, &parts, |part| {
        bags.get(part)
            .and_then(Option::as_deref)
            .or_else(|| inner.get(part).and_then(Option::as_deref))
    });
    let mut opened = Opened {
        keys: Vec::new(),
        certificates: Vec::new(),
        crls: Vec::new(),
        secrets: Vec::new(),
        others: Vec::new(),
        identities: Vec::new(),
        description,
        warnings: Vec::new(),
    };
    remark(&mut opened, &outer, &parts, [Some(form), other_form]);
    for (clear, encrypted) in bags.into_iter().zip(inner) {
        for bag in clear.into_iter().flatten() {
            take(&mut opened, bag, &mut clear_keys);
        }
        for bag in encrypted.into_iter().flatten() {
            take(&mut opened, bag, &mut inner_keys);
        }
    }
    opened.identities = pair(&opened.keys, &opened.certificates, &mut opened.warnings);
    Ok(opened)
}

fn push_keys<'a>(parts: &'a [Option<Vec<Bag<'a>>>], locks: &mut Vec<Lock<'a>>) {
    for (part, bags) in parts.iter().enumerate() {
        for bag in bags.iter().flatten() {
            if let BagValue::ShroudedKey(sealed) = &bag.value {
                let place = Place::SafeContents { part };
                locks.push(Lock { sealed, of: Protected::Key, place, position: bag.position });
            }
        }
    }
}

/// Moves a bag to where it belongs; `keys` are the opened shrouded keys, in the order of their bags.
fn take(opened: &mut Opened, bag: Bag<'_>, keys: &mut impl Iterator<Item = Secret>) {
    let attributes: Attributes = bag.attributes;
    match bag.value {
        BagValue::Key(pkcs8) => {
            opened.warnings.push(Warning::KeyInClear { key: opened.keys.len() });
            opened.keys.push(KeyEntry::new(pkcs8, attributes));
        }
        BagValue::ShroudedKey(sealed) => {
            if let Some(scheme) = sealed.scheme.as_ref().ok().filter(|scheme| is_legacy(scheme)) {
                let algorithm = scheme.to_string();
                opened.warnings.push(Warning::Legacy { of: Protected::Key, algorithm });
            }
            opened.keys.extend(keys.next().map(|pkcs8| KeyEntry::new(pkcs8, attributes)));
        }
        BagValue::Certificate(der) => {
            opened.certificates.push(CertificateEntry { der: der.into_owned(), attributes });
        }
        BagValue::Crl(der) => opened.crls.push(CrlEntry { der: der.into_owned(), attributes }),
        BagValue::Secret(oid, value) => opened.secrets.push(SecretEntry { oid, value, attributes }),
        BagValue::Other(oid, value) => opened.others.push(OtherEntry { oid, value, attributes }),
    }
}

/// Remarks on the outer layers.
fn remark(
    opened: &mut Opened,
    outer: &Outer<'_>,
    parts: &[crate::structure::Part<'_>],
    forms: [Option<PasswordForm>; 2],
) {
    if outer.mac.is_none() {
        opened.warnings.push(Warning::NoMac);
    }
    for form in forms.into_iter().flatten() {
        if !matches!(form, PasswordForm::Standard | PasswordForm::Absent) {
            opened.warnings.push(Warning::PasswordForm(form));
        }
    }
    for (part, content) in parts.iter().enumerate() {
        match &content.content {
            PartContent::Encrypted(sealed) => {
                if let Some(scheme) = sealed.scheme.as_ref().ok().filter(|scheme| is_legacy(scheme))
                {
                    let algorithm = scheme.to_string();
                    opened.warnings.push(Warning::Legacy { of: Protected::Contents, algorithm });
                }
            }
            PartContent::Other(oid) => {
                opened.warnings.push(Warning::PartNotRead { part, oid: oid.clone() });
            }
            PartContent::Clear(_) => {}
        }
    }
}
