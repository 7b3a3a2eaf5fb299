//! A verdict, for people and programs.
use crate::console::{Console, Paint};
use crate::evidence::Piece;
use crate::failure::{Failure, Weight};
use crate::files;
use crate::inspect::kind_title;
use crate::moment;
use crate::text::clean;
use igc_catalogue::Classification;
use igc_verify::{Decision, Finding, Hint, Severity, Verdict};
use igc_x509::Certificate;
use serde_json::{Value, json};

/// A certificate and what was found about it.
pub(super) struct Judged<'a> {
    piece: &'a Piece,
    certificate: Certificate<'a>,
    classification: Classification,
    purpose: &'static str,
    profile: &'static str,
    /// Whether it is of the product asked for.
    fits: bool,
    decision: Decision,
    /// Subjects, the certificate's own first.
    path: Vec<String>,
    checked: bool,
    findings: Vec<Said>,
}

/// A finding, as text.
struct Said {
    code: &'static str,
    severity: Severity,
    index: usize,
    subject: Option<String>,
    rule: &'static str,
    detail: String,
    hints: Vec<String>,
}

impl<'a> Judged<'a> {
    pub(super) fn new(
        piece: &'a Piece,
        certificate: Certificate<'a>,
        classification: Classification,
        (purpose, profile): (&'static str, &'static str),
        fits: bool,
        verdict: &Verdict<'_>,
    ) -> Self {
        let path = verdict.path().map(|path| {
            let anchor = path.anchor().name().rfc4514().to_string();
            let subjects = path.certificates().iter().map(|c| c.subject().rfc4514().to_string());
            let mut subjects: Vec<String> = subjects.collect();
            if subjects.last() != Some(&anchor) {
                subjects.push(anchor);
            }
            subjects
        });
        Self {
            piece,
            certificate,
            classification,
            purpose,
            profile,
            fits,
            decision: verdict.decision(),
            path: path.unwrap_or_default(),
            checked: !verdict.statuses().is_empty(),
            findings: verdict.findings().iter().map(Said::new).collect(),
        }
    }

    /// The verdict; a certificate of another product than asked for is refused.
    pub(super) const fn decision(&self) -> Decision {
        if self.fits { self.decision } else { Decision::Rejected }
    }

    pub(super) fn text(&self, console: &Console) -> String {
        let voice = &console.voice;
        let (word, paint) = match self.decision() {
            Decision::Accepted => ("verify-accepted", Paint::Green),
            Decision::Rejected => ("verify-rejected", Paint::Red),
            Decision::Undetermined => ("verify-undetermined", Paint::Yellow),
        };
        let end = moment::date(self.certificate.validity().not_after, voice.lang());
        let mut text = format!(
            "{}\n  {} · {} · {}\n",
            clean(&files::show(&self.piece.path)),
            console.paint(paint, &voice.word(word)),
            kind_title(&self.classification, console),
            voice.say("order-until", &[("date", end.into())]),
        );
        if !self.path.is_empty() {
            let path: Vec<String> =
                self.path.iter().map(|subject| clean(&short(subject))).collect();
            text.push_str(&format!("  {} {}\n", voice.label("verify-path"), path.join(" ← ")));
        }
        let revocation = if self.checked {
            "verify-revocation-checked"
        } else {
            "verify-revocation-not-checked"
        };
        let purpose = voice.word(&format!("purpose-{}", self.purpose));
        text.push_str(&format!(
            "  {} {purpose} · {}\n",
            voice.label("verify-purpose"),
            voice.word(revocation)
        ));
        if console.manner.verbose {
            text.push_str(&format!("  {} {}\n", voice.label("verify-profile"), self.profile));
            for subject in &self.path {
                text.push_str(&format!("    {}\n", clean(subject)));
            }
        }
        if !self.fits {
            text.push_str(&self.misfit().result(console));
        }
        for said in &self.findings {
            text.push_str(&said.failure(&self.piece.path).result(console));
        }
        text
    }

    pub(super) fn json(&self, console: &Console) -> Value {
        let mut findings: Vec<Value> =
            self.findings.iter().map(|said| said.json(console)).collect();
        if !self.fits {
            findings.insert(0, self.misfit().json(&console.voice));
        }
        json!({
            "file": files::show(&self.piece.path),
            "subject": self.certificate.subject().rfc4514().to_string(),
            "not_after": self.certificate.validity().not_after.to_string(),
            "classification": self.classification.summary(),
            "decision": match self.decision() {
                Decision::Accepted => "accepted",
                Decision::Rejected => "rejected",
                Decision::Undetermined => "undetermined",
            },
            "purpose": self.purpose,
            "profile": self.profile,
            "revocation_checked": self.checked,
            "path": self.path,
            "findings": findings,
        })
    }

    fn misfit(&self) -> Failure {
        Failure::refused("cli.product.other")
            .at(files::show(&self.piece.path))
            .detail(self.classification.summary())
    }
}

impl Said {
    fn new(finding: &Finding<'_>) -> Self {
        Self {
            code: finding.code,
            severity: finding.severity,
            index: finding.index,
            subject: finding.certificate.map(|c| c.subject().rfc4514().to_string()),
            rule: finding.rule,
            detail: finding.detail.clone(),
            hints: finding.hints.iter().filter_map(hint).collect(),
        }
    }

    fn failure(&self, path: &std::path::Path) -> Failure {
        let subject = self.subject.as_deref().map(short).unwrap_or_default();
        let failure = Failure::refused(self.code)
            .weighing(match self.severity {
                Severity::Error => Weight::Error,
                Severity::Undetermined => Weight::Warning,
                Severity::Notice => Weight::Notice,
            })
            .at(format!("{} [{}] {subject}", files::show(path), self.index))
            .rule(self.rule);
        // The bare sentence is the catalogue's, in another language; with a value it says more.
        let failure = match self.detail.contains([':', '(']) {
            true => failure.detail(self.detail.as_str()),
            false => failure,
        };
        match self.hints.first() {
            Some(_) => failure.cure(self.hints.join(" · ")),
            None => failure,
        }
    }

    fn json(&self, console: &Console) -> Value {
        let text = console.voice.explain(self.code);
        json!({
            "code": self.code,
            "severity": match self.severity {
                Severity::Error => "error",
                Severity::Undetermined => "undetermined",
                Severity::Notice => "notice",
            },
            "index": self.index,
            "certificate": self.subject,
            "message": text.as_ref().map(|text| &text.cause),
            "detail": self.detail,
            "rule": self.rule,
            "cure": text.as_ref().and_then(|text| text.cure.as_ref()),
            "hints": self.hints,
        })
    }
}

/// Where a missing authority is published.
fn hint(hint: &Hint) -> Option<String> {
    match hint {
        Hint::MissingAuthority { id, url, .. } => {
            Some(url.map_or_else(|| (*id).to_owned(), |url| format!("{id}: {url}")))
        }
        _ => None,
    }
}

/// The most particular part of a name, enough to tell one certificate of a path from another.
fn short(subject: &str) -> String {
    subject.split(',').next().unwrap_or(subject).to_owned()
}
