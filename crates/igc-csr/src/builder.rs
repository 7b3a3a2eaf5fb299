//! Making a request (RFC 2986 §4).

use igc_catalogue::{AlternativeName, Fields, Product};
use igc_crypto::SigningKey;
use igc_x509::{NameBuf, encode, oid, pem};

use crate::error::CsrError;

/// A request whose subject is not known yet.
#[derive(Debug)]
pub struct NeedsSubject;

/// A request that can be signed.
#[derive(Debug)]
pub struct Ready {
    subject: NameBuf,
    /// `GeneralName`s, DER.
    names: Vec<Vec<u8>>,
}

/// A PKCS #10 request in the making (RFC 2986 §4).
///
/// ```
/// # use igc_catalogue::{Field, Fields, Product};
/// # use igc_crypto::SigningKey;
/// # fn make(key: &dyn SigningKey) -> Result<String, Box<dyn std::error::Error>> {
/// let product = Product::find("SERV_SSL")?;
/// let fields = Fields::new()
///     .with(Field::StructureName, "HOPITAL FICTIF DE TEST")
///     .with(Field::StructureId, "10B0999999")
///     .with(Field::StructureDepartment, "Paris (75)")
///     .with(Field::Fqdn, "serveur.exemple.test");
/// let request = igc_csr::CsrBuilder::new(product).fields(&fields)?.sign(key)?;
/// # Ok(request.to_pem()) }
/// ```
#[derive(Debug)]
#[must_use = "a request does nothing until `sign`"]
pub struct CsrBuilder<'p, State> {
    product: &'p Product,
    state: State,
}

impl<'p> CsrBuilder<'p, NeedsSubject> {
    /// Starts from a product, which fixes the form of the subject and which alternative names there are.
    pub const fn new(product: &'p Product) -> Self {
        Self { product, state: NeedsSubject }
    }

    /// Fills in the subject and the alternative names; required.
    ///
    /// # Errors
    /// What does not fit the product.
    pub fn fields(self, fields: &Fields) -> Result<CsrBuilder<'p, Ready>, CsrError> {
        let subject = self.product.subject(fields).map_err(CsrError::Fields)?;
        let names = self.product.profile().san().names(fields).map_err(CsrError::Names)?;
        let names = names.iter().map(AlternativeName::to_der).collect();
        Ok(CsrBuilder { product: self.product, state: Ready { subject, names } })
    }
}

impl CsrBuilder<'_, Ready> {
    /// Signs with the subject's own key, as RFC 2986 §3 requires. Consumes: one builder, one signature.
    ///
    /// # Errors
    /// [`CsrError::Sign`] when the key does not sign.
    pub fn sign(self, key: &dyn SigningKey) -> Result<CertificationRequestDer, CsrError> {
        let Ready { subject, names } = self.state;
        // RFC 2986 §4.1: the attributes are there even when there is none.
        let attributes = if names.is_empty() { Vec::new() } else { extension_request(&names) };
        let info = encode::sequence(&[
            encode::integer(0).as_slice(),
            subject.der(),
            key.public_key_der(),
            &encode::context_constructed(0, &attributes),
        ]);
        let signature = key.sign(&info).map_err(CsrError::Sign)?;
        let der = encode::sequence(&[
            info.as_slice(),
            key.algorithm_der(),
            &encode::bit_string(&signature),
        ]);
        Ok(CertificationRequestDer(der))
    }
}

/// `extensionRequest` with a subjectAltName (RFC 2985 §5.4.2).
fn extension_request(names: &[Vec<u8>]) -> Vec<u8> {
    let names = encode::octet_string(&encode::sequence(names));
    let extension = encode::sequence(&[encode::oid(oid::ID_CE_SUBJECT_ALT_NAME), names]);
    let extensions = encode::sequence(&[extension]);
    encode::sequence(&[encode::oid(oid::EXTENSION_REQUEST), encode::set_of(&[extensions])])
}

/// A signed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificationRequestDer(Vec<u8>);

impl CertificationRequestDer {
    /// The request, DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.0
    }

    /// The request, PEM (RFC 7468 §7).
    #[must_use]
    pub fn to_pem(&self) -> String {
        pem::encode("CERTIFICATE REQUEST", &self.0)
    }
}
