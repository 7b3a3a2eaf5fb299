//! The data files as `static` items, written by `build.rs`.

use igc_x509::{KeyUsage, StringKind, Time, oid};

use crate::authority::{Authority, AuthorityProfile, IssuerPattern, NamePart};
use crate::fact::{CardProfile, Coded, Label, Provenance, Source, Status};
use crate::product::{Ordering, Product};
use crate::profile::{
    AttributeTemplate, AttributeValue, ExtensionSpec, KeyRule, Profile, SanSpec, SubjectTemplate,
};
use crate::rules::{AlertDelay, AlertRule, CrlRule, ValidityRule};
use crate::usage::{Equivalence, Need, Statement, Usage, UsageRule};
use crate::vocabulary::{
    AuthorityRole, CardUse, Domain, DomainNeed, Environment, ExtensionKind, Family, Field, Form,
    Gamme, Generation, KeyIdentifier, Purpose, Requester, SanKind,
};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
