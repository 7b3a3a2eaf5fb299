//! Trying a password, and telling what it means when it does not work.

use igc_crypto::Secret;
use igc_crypto::pbe::{Meter, Password, PasswordForm, PbeError, PbeErrorKind};

use crate::ber::{Reader, tag};
use crate::error::{Certainty, P12Error, P12ErrorKind, Place, Protected};
use crate::parallel::parallel;
use crate::structure::{Mac, Sealed};

/// One ciphertext to open.
pub(crate) struct Lock<'a> {
    pub(crate) sealed: &'a Sealed<'a>,
    pub(crate) of: Protected,
    pub(crate) place: Place,
    pub(crate) position: usize,
}

/// What a password opened.
pub(crate) struct Unlocked {
    /// One for each lock, in order.
    pub(crate) texts: Vec<Secret>,
    /// How the password was taken.
    pub(crate) form: PasswordForm,
    /// Another form, when a part needed it.
    pub(crate) other_form: Option<PasswordForm>,
}

/// A password being tried on a file.
pub(crate) struct Trial<'a> {
    pub(crate) password: &'a Password,
    pub(crate) meter: &'a Meter,
}

impl Trial<'_> {
    /// Checks the MAC of `content` and opens all `locks`, in the first form of the password that works.
    pub(crate) fn unlock(
        &self,
        mac: Option<(&Mac, &[u8])>,
        locks: &[Lock<'_>],
        forms: &[PasswordForm],
    ) -> Result<Unlocked, P12Error> {
        if let Some((mac, _)) = mac {
            mac.scheme.as_ref().map_err(Clone::clone)?;
        }
        for lock in locks {
            lock.sealed.scheme.as_ref().map_err(Clone::clone)?;
        }
        let mut opened_some = false;
        for form in forms {
            let (verified, texts) = self.attempt(mac, locks, *form)?;
            let opened = texts.iter().filter(|text| text.is_some()).count();
            // Without a MAC, something that opens is the only proof there is.
            if verified.unwrap_or(locks.is_empty() || opened > 0) {
                return self.complete(texts, locks, *form);
            }
            opened_some |= opened > 0;
        }
        let (place, position) = match (mac, locks.first()) {
            (Some((mac, _)), _) => (Place::File, mac.position),
            (None, Some(lock)) => (lock.place, lock.position),
            (None, None) => (Place::File, 0),
        };
        let kind = if opened_some {
            P12ErrorKind::Damaged
        } else if locks.is_empty() {
            P12ErrorKind::WrongPassword { certainty: Certainty::Unknown }
        } else {
            P12ErrorKind::WrongPassword { certainty: Certainty::Likely }
        };
        Err(P12Error::new(kind, place, position))
    }

    /// Opens `locks` with a password that is known to be right in `form`.
    pub(crate) fn unlock_more(
        &self,
        locks: &[Lock<'_>],
        form: PasswordForm,
    ) -> Result<Unlocked, P12Error> {
        for lock in locks {
            lock.sealed.scheme.as_ref().map_err(Clone::clone)?;
        }
        let (_, texts) = self.attempt(None, locks, form)?;
        self.complete(texts, locks, form)
    }

    /// One form: whether the MAC holds (`None` without one), and what opened. All derivations run side by side.
    fn attempt(
        &self,
        mac: Option<(&Mac, &[u8])>,
        locks: &[Lock<'_>],
        form: PasswordForm,
    ) -> Result<(Option<bool>, Vec<Option<Secret>>), P12Error> {
        enum Done {
            Mac(Result<bool, P12Error>),
            Text(Result<Option<Secret>, P12Error>),
        }
        let macs = usize::from(mac.is_some());
        let done = parallel(locks.len().saturating_add(macs), |index| {
            match (mac, index.checked_sub(macs)) {
                (Some((mac, content)), None) => Done::Mac(self.verify(mac, content, form)),
                (_, lock) => Done::Text(match lock.and_then(|index| locks.get(index)) {
                    Some(lock) => self.open(lock, form),
                    None => Ok(None),
                }),
            }
        });
        let (mut verified, mut texts) = (None, Vec::with_capacity(locks.len()));
        for done in done {
            match done {
                Done::Mac(result) => verified = Some(result?),
                Done::Text(result) => texts.push(result?),
            }
        }
        Ok((verified, texts))
    }

    /// The password is right; what did not open yet was perhaps encrypted with another form of it.
    fn complete(
        &self,
        texts: Vec<Option<Secret>>,
        locks: &[Lock<'_>],
        form: PasswordForm,
    ) -> Result<Unlocked, P12Error> {
        let mut unlocked =
            Unlocked { texts: Vec::with_capacity(locks.len()), form, other_form: None };
        for (text, lock) in texts.into_iter().zip(locks) {
            let text = match text {
                Some(text) => text,
                None => {
                    let (other, text) = self.other_forms(lock, form)?;
                    unlocked.other_form = Some(other);
                    text
                }
            };
            unlocked.texts.push(text);
        }
        Ok(unlocked)
    }

    fn other_forms(
        &self,
        lock: &Lock<'_>,
        tried: PasswordForm,
    ) -> Result<(PasswordForm, Secret), P12Error> {
        let forms = forms(self.password).into_iter().chain([PasswordForm::BmpEverywhere]);
        for form in forms.filter(|form| *form != tried) {
            if let Some(text) = self.open(lock, form)? {
                return Ok((form, text));
            }
        }
        Err(P12Error::new(P12ErrorKind::OtherPassword { of: lock.of }, lock.place, lock.position))
    }

    fn verify(&self, mac: &Mac, content: &[u8], form: PasswordForm) -> Result<bool, P12Error> {
        let scheme = mac.scheme.as_ref().map_err(Clone::clone)?;
        match scheme.verify(content, &mac.digest, self.password, form, self.meter) {
            Ok(()) => Ok(true),
            Err(PbeError { kind: PbeErrorKind::MacMismatch }) => Ok(false),
            Err(error) => {
                Err(P12Error::from_pbe(error, Protected::Integrity, Place::File, mac.position))
            }
        }
    }

    /// `None` when the result is not what it must be: padding, and one SEQUENCE to its last octet. A wrong password passes
    /// that by a chance of less than one in four thousand million for texts beyond 128 octets.
    fn open(&self, lock: &Lock<'_>, form: PasswordForm) -> Result<Option<Secret>, P12Error> {
        let scheme = lock.sealed.scheme.as_ref().map_err(Clone::clone)?;
        match scheme.decrypt(&lock.sealed.ciphertext, self.password, form, self.meter) {
            Ok(text) => Ok(is_one_sequence(text.expose()).then_some(text)),
            Err(PbeError { kind: PbeErrorKind::Padding }) => Ok(None),
            Err(error) => Err(P12Error::from_pbe(error, lock.of, lock.place, lock.position)),
        }
    }
}

/// The forms a password may have been taken in, the standard one first.
pub(crate) fn forms(password: &Password) -> Vec<PasswordForm> {
    let mut forms = vec![PasswordForm::Standard];
    if password.is_empty() {
        // RFC 7292 §B.1 gives the empty password its terminator; much software leaves even that out.
        forms.push(PasswordForm::Absent);
    }
    if !password.is_ascii() {
        forms.push(PasswordForm::OctetsAsCharacters);
    }
    forms
}

fn is_one_sequence(text: &[u8]) -> bool {
    let mut reader = Reader::new(text, Place::File, MAX_DEPTH);
    reader.expect(tag::SEQUENCE).is_ok() && reader.is_finished()
}

/// Enough to find the end of an indefinite length.
const MAX_DEPTH: usize = 32;
