//! The private extensions of the French health sector, arc 1.2.250.1.71.

use crate::{Error, ErrorKind, general_name::ascii, list::list, reader::Reader, tag};

/// The category of product a certificate is: one octet, 0x80 set for test (1.2.250.1.71.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ProductCategory(u8);

impl ProductCategory {
    /// A certificate on a card.
    pub const CARD: Self = Self(0x00);
    /// A certificate in a security module.
    pub const SECURITY_MODULE: Self = Self(0x02);
    /// A software certificate.
    pub const SOFTWARE: Self = Self(0x03);
    /// A software certificate of the test IGC.
    pub const SOFTWARE_TEST: Self = Self(0x83);

    /// From the octet; any value is possible.
    #[must_use]
    pub const fn from_octet(octet: u8) -> Self {
        Self(octet)
    }

    /// The octet.
    #[must_use]
    pub const fn octet(self) -> u8 {
        self.0
    }

    /// Whether the octet says test.
    #[must_use]
    pub const fn is_test(self) -> bool {
        self.0 & 0x80 != 0
    }

    /// The category without the test mark.
    #[must_use]
    pub const fn without_test(self) -> Self {
        Self(self.0 & 0x7f)
    }

    pub(crate) fn read(contents: Reader<'_>) -> Result<Self, Error> {
        match contents.rest() {
            [octet] => Ok(Self(*octet)),
            _ => Err(contents.error(ErrorKind::ExtensionValue)),
        }
    }
}

/// The type of a health-sector card (1.2.250.1.71.1.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CardType {
    /// CPS: a professional's card.
    Cps,
    /// CPF: a professional in training.
    Cpf,
    /// CDE or CPE: head or employee of a structure with health professionals.
    CdeCpe,
    /// CDA or CPA: head or employee of an authorised structure.
    CdaCpa,
    /// A number not known here.
    Other(u32),
}

impl CardType {
    /// From the number in the extension.
    #[must_use]
    pub const fn from_number(number: u32) -> Self {
        match number {
            0 => Self::Cps,
            1 => Self::Cpf,
            2 => Self::CdeCpe,
            3 => Self::CdaCpa,
            other => Self::Other(other),
        }
    }

    /// The number in the extension.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Cps => 0,
            Self::Cpf => 1,
            Self::CdeCpe => 2,
            Self::CdaCpa => 3,
            Self::Other(other) => other,
        }
    }
}

/// A code of the sector's list of specialities, such as those of physicians.
type Speciality<'a> = &'a str;

fn read_speciality<'a>(list: &mut Reader<'a>) -> Result<&'a str, Error> {
    let contents = list.expect(tag::UTF8_STRING)?;
    core::str::from_utf8(contents.rest()).map_err(|_| contents.error(ErrorKind::StringContents))
}

list! {
    /// The holder's specialities, as codes (1.2.250.1.71.4.2.5).
    Specialities of Speciality, read read_speciality
}

/// The card number: PrintableString (1.2.250.1.71.1.2.3).
pub(crate) fn card_id(contents: Reader<'_>) -> Result<&str, Error> {
    ascii(contents)
}
