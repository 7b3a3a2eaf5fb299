//! Every error code the command can show: its own, and those of the crates it calls.

/// This crate's codes, sorted.
pub const ERROR_CODES: &[&str] = &[
    "cli.code.unknown",
    "cli.command.missing",
    "cli.command.unknown",
    "cli.file.exists",
    "cli.file.missing",
    "cli.file.too-large",
    "cli.file.unreadable",
    "cli.file.unwritable",
    "cli.folder.unwritable",
    "cli.input.failed",
    "cli.interrupted",
    "cli.option.conflict",
    "cli.option.missing",
    "cli.option.unknown",
    "cli.output.failed",
    "cli.password.empty",
    "cli.password.fd-closed",
    "cli.password.fd-output",
    "cli.password.missing",
    "cli.password.not-utf8",
    "cli.product.other",
    "cli.purpose.unknown",
    "cli.time.invalid",
    "cli.usage",
    "cli.value.count",
    "cli.value.invalid",
    "cli.value.not-utf8",
    "order.csr.unfit",
    "order.csr.which",
    "order.dns.missing",
    "order.field.missing",
    "order.key.kind",
    "order.mail.missing",
    "order.mail.outside",
    "order.product.ps-alone",
    "order.product.unknown",
    "order.service.missing",
    "order.structure.incomplete",
    "order.structure.unreadable",
    "order.usage.rule",
    "order.usage.unknown",
];

/// The codes of the crates called.
const CRATES: &[&[&str]] = &[
    ERROR_CODES,
    igc_id::ERROR_CODES,
    igc_x509::ERROR_CODES,
    igc_crypto::ERROR_CODES,
    igc_catalogue::ERROR_CODES,
    igc_csr::ERROR_CODES,
    igc_issue::ERROR_CODES,
    igc_path::ERROR_CODES,
    igc_pkcs12::ERROR_CODES,
    igc_pkcs12::WARNING_CODES,
    igc_revocation::ERROR_CODES,
    igc_verify::ERROR_CODES,
];

/// All of them, crate by crate.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    CRATES.iter().flat_map(|codes| codes.iter().copied())
}

#[cfg(test)]
mod tests;
