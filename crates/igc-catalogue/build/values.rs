//! The values in data files that are more than words: identifiers, dates, fingerprints.

/// The contents octets of a dotted identifier (X.690 §8.19).
pub(crate) fn encode_oid(text: &str) -> Option<Vec<u8>> {
    let arcs: Vec<u64> = text.split('.').map(|arc| arc.parse().ok()).collect::<Option<_>>()?;
    let [first, second, rest @ ..] = arcs.as_slice() else { return None };
    if *first > 2 || (*first < 2 && *second > 39) {
        return None;
    }
    let mut octets = Vec::new();
    for arc in [first * 40 + second].iter().chain(rest) {
        let mut groups = vec![u8::try_from(arc & 0x7f).ok()?];
        let mut left = arc >> 7;
        while left > 0 {
            groups.push(u8::try_from(left & 0x7f).ok()? | 0x80);
            left >>= 7;
        }
        octets.extend(groups.iter().rev());
    }
    Some(octets)
}

/// DER of a name whose RDNs have one attribute each: type, tag of the string, value.
pub(crate) fn encode_name(parts: &[(Vec<u8>, u8, &str)]) -> Vec<u8> {
    let rdns = parts.iter().flat_map(|(attribute, tag, value)| {
        let pair = [tlv(0x06, attribute), tlv(*tag, value.as_bytes())].concat();
        tlv(0x31, &tlv(0x30, &pair))
    });
    tlv(0x30, &rdns.collect::<Vec<_>>())
}

fn tlv(tag: u8, contents: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match u8::try_from(contents.len()) {
        Ok(short @ 0..=0x7f) => out.push(short),
        Ok(octet) => out.extend([0x81, octet]),
        Err(_) => {
            out.push(0x82);
            // Names are far below 64 KiB.
            out.extend(u16::try_from(contents.len()).unwrap_or(u16::MAX).to_be_bytes());
        }
    }
    out.extend_from_slice(contents);
    out
}

/// Seconds since 1970 at midnight UTC of `YYYY-MM-DD`.
pub(crate) fn unix_of_date(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if text.len() != 10 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days from civil, counting years from March.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = 365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468;
    Some(days * 86_400)
}

/// The 32 octets of a lower-case hexadecimal fingerprint.
pub(crate) fn fingerprint(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 || text.chars().any(|digit| digit.is_ascii_uppercase()) {
        return None;
    }
    let mut octets = [0_u8; 32];
    for (octet, pair) in octets.iter_mut().zip(digits.chunks(2)) {
        *octet = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(octets)
}
