//! Certificates forged for a test, with signatures anyone can make: the rules are what is tested,
//! not the cryptography.

use igc_crypto::{SignatureVerifier, VerifyError, VerifyingKey};
use igc_path::{PathBuilder, PathFailure, Policy, Profile, TrustAnchor};
use igc_x509::{
    AlgorithmIdentifier, Certificate, NameBuf, Oid, StringKind, SubjectPublicKeyInfo, Time, encode,
    oid,
};

/// The signature of `message` by the key with these octets: a sum, not a secret.
fn sum(key: &[u8], message: &[u8]) -> Vec<u8> {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let fold = |h: u64, o: &u8| (h ^ u64::from(*o)).wrapping_mul(0x0000_0100_0000_01b3);
    key.iter().chain(message).fold(start, fold).to_be_bytes().to_vec()
}

/// Accepts what [`Forged`] signs.
pub(crate) struct Sums;

impl SignatureVerifier for Sums {
    fn prepare(&self, _: &SubjectPublicKeyInfo<'_>) -> Result<Box<dyn VerifyingKey>, VerifyError> {
        Err(VerifyError::Unsupported)
    }

    fn verify(
        &self,
        _: &AlgorithmIdentifier<'_>,
        key: &SubjectPublicKeyInfo<'_>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        if signature == sum(key.subject_public_key, message) {
            Ok(())
        } else {
            Err(VerifyError::Invalid)
        }
    }
}

#[derive(Clone)]
pub(crate) struct Extension {
    pub(crate) oid: Oid<'static>,
    pub(crate) critical: bool,
    pub(crate) value: Vec<u8>,
}

/// A certificate in the making. The key is named by text; the issuer's key signs.
#[derive(Clone)]
pub(crate) struct Forged {
    pub(crate) version: u8,
    pub(crate) serial: u64,
    pub(crate) algorithm: Oid<'static>,
    pub(crate) subject: NameBuf,
    pub(crate) issuer: NameBuf,
    pub(crate) not_before: Time,
    pub(crate) not_after: Time,
    pub(crate) key: String,
    pub(crate) signer: String,
    pub(crate) extensions: Vec<Extension>,
}

pub(crate) fn time(text: &str) -> Time {
    text.parse().unwrap()
}

/// The moment of validation, within every forged certificate's validity.
pub(crate) fn now() -> Time {
    time("2026-06-01T00:00:00Z")
}

pub(crate) fn name(cn: &str) -> NameBuf {
    let empty = NameBuf::new();
    if cn.is_empty() {
        return empty;
    }
    empty.attribute(oid::ID_AT_COMMON_NAME, StringKind::Utf8, cn).unwrap()
}

pub(crate) fn general_name(tag: u8, contents: &[u8]) -> Vec<u8> {
    encode::tlv(tag, contents)
}

pub(crate) fn dns(name: &str) -> Vec<u8> {
    general_name(0x82, name.as_bytes())
}

pub(crate) fn directory(cn: &str) -> Vec<u8> {
    general_name(0xa4, name(cn).der())
}

/// `NameConstraints` of permitted and excluded bases.
pub(crate) fn name_constraints(permitted: &[Vec<u8>], excluded: &[Vec<u8>]) -> Vec<u8> {
    let subtrees = |number: u8, bases: &[Vec<u8>]| {
        let list: Vec<_> = bases.iter().map(|base| encode::sequence(&[base])).collect();
        (!list.is_empty()).then(|| encode::context_constructed(number, &list.concat()))
    };
    let parts: Vec<_> =
        [subtrees(0, permitted), subtrees(1, excluded)].into_iter().flatten().collect();
    encode::sequence(&parts)
}

/// A certificate policy of the tests' own arc, 0 for anyPolicy.
pub(crate) fn policy_oid(number: u8) -> igc_x509::OidBuf {
    match number {
        0 => oid::ANY_POLICY.to_owned(),
        number => format!("1.3.6.1.4.1.55555.{number}").parse().unwrap(),
    }
}

impl Forged {
    fn new(subject: &str, issuer: &str) -> Self {
        let serial = subject.bytes().map(u64::from).sum::<u64>() + 1;
        Self {
            version: 3,
            serial,
            algorithm: oid::ECDSA_WITH_SHA256,
            subject: name(subject),
            issuer: name(issuer),
            not_before: time("2026-01-01T00:00:00Z"),
            not_after: time("2026-12-31T23:59:59Z"),
            key: subject.to_owned(),
            signer: issuer.to_owned(),
            extensions: Vec::new(),
        }
        .with(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, false, encode::octet_string(subject.as_bytes()))
        .with(
            oid::ID_CE_AUTHORITY_KEY_IDENTIFIER,
            false,
            encode::sequence(&[encode::context(0, issuer.as_bytes())]),
        )
    }

    /// A CA certificate as RFC 5280 §4 asks.
    pub(crate) fn ca(subject: &str, issuer: &str) -> Self {
        Self::new(subject, issuer)
            .with(oid::ID_CE_BASIC_CONSTRAINTS, true, encode::sequence(&[encode::boolean(true)]))
            .key_usage(0x0600)
    }

    /// An end entity's certificate as RFC 5280 §4 asks.
    pub(crate) fn end_entity(subject: &str, issuer: &str) -> Self {
        Self::new(subject, issuer).key_usage(0x8000).with(
            oid::ID_CE_SUBJECT_ALT_NAME,
            false,
            encode::sequence(&[dns("host.example.test")]),
        )
    }

    /// Adds or replaces an extension.
    pub(crate) fn with(mut self, oid: Oid<'static>, critical: bool, value: Vec<u8>) -> Self {
        self.extensions.retain(|extension| extension.oid != oid);
        self.extensions.push(Extension { oid, critical, value });
        self
    }

    pub(crate) fn without(mut self, oid: Oid<'static>) -> Self {
        self.extensions.retain(|extension| extension.oid != oid);
        self
    }

    pub(crate) fn key_usage(self, bits: u16) -> Self {
        self.with(oid::ID_CE_KEY_USAGE, true, encode::named_bits(bits))
    }

    pub(crate) fn path_len(self, limit: u64) -> Self {
        let value = encode::sequence(&[encode::boolean(true), encode::integer(limit)]);
        self.with(oid::ID_CE_BASIC_CONSTRAINTS, true, value)
    }

    pub(crate) fn policies(self, numbers: &[u8]) -> Self {
        let list: Vec<_> = numbers
            .iter()
            .map(|number| encode::sequence(&[encode::oid(policy_oid(*number).as_oid())]))
            .collect();
        self.with(oid::ID_CE_CERTIFICATE_POLICIES, false, encode::sequence(&list))
    }

    pub(crate) fn mappings(self, pairs: &[(u8, u8)]) -> Self {
        let list: Vec<_> = pairs
            .iter()
            .map(|(a, b)| {
                encode::sequence(&[
                    encode::oid(policy_oid(*a).as_oid()),
                    encode::oid(policy_oid(*b).as_oid()),
                ])
            })
            .collect();
        self.with(oid::ID_CE_POLICY_MAPPINGS, true, encode::sequence(&list))
    }

    /// `policyConstraints`: requireExplicitPolicy, inhibitPolicyMapping.
    pub(crate) fn policy_constraints(self, explicit: Option<u8>, mapping: Option<u8>) -> Self {
        let part = |number: u8, skip: Option<u8>| skip.map(|skip| encode::context(number, &[skip]));
        let parts: Vec<_> = [part(0, explicit), part(1, mapping)].into_iter().flatten().collect();
        self.with(oid::ID_CE_POLICY_CONSTRAINTS, true, encode::sequence(&parts))
    }

    pub(crate) fn inhibit_any_policy(self, skip: u64) -> Self {
        self.with(oid::ID_CE_INHIBIT_ANY_POLICY, true, encode::integer(skip))
    }

    pub(crate) fn constrained(self, permitted: &[Vec<u8>], excluded: &[Vec<u8>]) -> Self {
        self.with(oid::ID_CE_NAME_CONSTRAINTS, true, name_constraints(permitted, excluded))
    }

    pub(crate) fn alt_names(self, names: &[Vec<u8>]) -> Self {
        self.with(oid::ID_CE_SUBJECT_ALT_NAME, false, encode::sequence(names))
    }

    pub(crate) fn extended_key_usage(self, usages: &[Oid<'_>]) -> Self {
        let list: Vec<_> = usages.iter().map(|usage| encode::oid(*usage)).collect();
        self.with(oid::ID_CE_EXT_KEY_USAGE, false, encode::sequence(&list))
    }

    pub(crate) fn signed_by(mut self, signer: &str) -> Self {
        self.signer = signer.to_owned();
        self
    }

    pub(crate) fn keyed(mut self, key: &str) -> Self {
        self.key = key.to_owned();
        self
    }

    /// The certificate in DER.
    pub(crate) fn der(&self) -> Vec<u8> {
        let algorithm = encode::sequence(&[encode::oid(self.algorithm)]);
        let curve = [encode::oid(oid::ID_EC_PUBLIC_KEY), encode::oid(oid::SECP256R1)];
        let spki =
            encode::sequence(&[encode::sequence(&curve), encode::bit_string(self.key.as_bytes())]);
        let mut parts = Vec::new();
        if self.version > 1 {
            let number = encode::integer(u64::from(self.version - 1));
            parts.push(encode::context_constructed(0, &number));
        }
        parts.push(encode::integer(self.serial));
        parts.push(algorithm.clone());
        parts.push(self.issuer.der().to_vec());
        parts
            .push(encode::sequence(&[encode::time(self.not_before), encode::time(self.not_after)]));
        parts.push(self.subject.der().to_vec());
        parts.push(spki);
        if !self.extensions.is_empty() && self.version == 3 {
            let list: Vec<_> = self.extensions.iter().map(extension).collect();
            parts.push(encode::context_constructed(3, &encode::sequence(&list)));
        }
        let tbs = encode::sequence(&parts);
        let signature = encode::bit_string(&sum(self.signer.as_bytes(), &tbs));
        encode::sequence(&[tbs, algorithm, signature])
    }
}

fn extension(extension: &Extension) -> Vec<u8> {
    let mut parts = vec![encode::oid(extension.oid)];
    if extension.critical {
        parts.push(encode::boolean(true));
    }
    parts.push(encode::octet_string(&extension.value));
    encode::sequence(&parts)
}

/// root ← ca ← ee, each as RFC 5280 §4 asks.
#[derive(Clone)]
pub(crate) struct Chain {
    pub(crate) root: Forged,
    pub(crate) ca: Forged,
    pub(crate) ee: Forged,
    pub(crate) policy: Policy,
}

impl Chain {
    pub(crate) fn new() -> Self {
        Self {
            root: Forged::ca("root", "root"),
            ca: Forged::ca("ca", "root"),
            ee: Forged::end_entity("ee", "ca"),
            policy: Policy::new(now(), Profile::rfc5280()),
        }
    }

    pub(crate) fn root(mut self, change: impl FnOnce(Forged) -> Forged) -> Self {
        self.root = change(self.root);
        self
    }

    pub(crate) fn ca(mut self, change: impl FnOnce(Forged) -> Forged) -> Self {
        self.ca = change(self.ca);
        self
    }

    pub(crate) fn ee(mut self, change: impl FnOnce(Forged) -> Forged) -> Self {
        self.ee = change(self.ee);
        self
    }

    pub(crate) fn policy(mut self, change: impl FnOnce(Policy) -> Policy) -> Self {
        self.policy = change(self.policy);
        self
    }

    /// Codes with their position, in the order found; empty when accepted.
    pub(crate) fn verdict(&self) -> Vec<(usize, &'static str)> {
        verdict(&[self.root.der()], &[self.ca.der()], &self.ee.der(), &self.policy)
    }
}

/// The most telling attempt's errors; empty when accepted.
pub(crate) fn verdict(
    anchors: &[Vec<u8>],
    intermediates: &[Vec<u8>],
    ee: &[u8],
    policy: &Policy,
) -> Vec<(usize, &'static str)> {
    match search(anchors, intermediates, ee, policy) {
        Ok(_) => Vec::new(),
        Err(failure) => failure.errors().iter().map(|e| (e.index, e.code())).collect(),
    }
}

/// The policies of the accepted path.
pub(crate) fn search(
    anchors: &[Vec<u8>],
    intermediates: &[Vec<u8>],
    ee: &[u8],
    policy: &Policy,
) -> Result<Vec<igc_x509::OidBuf>, PathFailure> {
    let parse = |der: &'_ Vec<u8>| -> Certificate<'static> {
        Certificate::parse(Box::leak(der.clone().into_boxed_slice())).unwrap()
    };
    let anchors: Vec<_> = anchors.iter().map(parse).map(TrustAnchor::from_certificate).collect();
    let intermediates: Vec<_> = intermediates.iter().map(parse).collect();
    let ee = parse(&ee.to_vec());
    let builder = PathBuilder::new(&anchors, &intermediates, policy, &Sums);
    builder.build(&ee).map(|path| path.policies().to_vec())
}
