//! Time at the edge: the clock, `--at`, and dates as people read them.
use crate::failure::Failure;
use crate::lang::Lang;
use igc_x509::Time;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The time the computer believes it is.
pub(crate) fn now() -> Result<Time, Failure> {
    Time::from_unix(Timestamp::now().as_second()).ok_or(Failure::unable("cli.time.invalid"))
}

/// The moment of `--at`, else now.
pub(crate) fn at(text: Option<&str>) -> Result<Time, Failure> {
    let Some(text) = text else { return now() };
    let moment = text.parse::<Timestamp>().ok();
    moment
        .and_then(|moment| Time::from_unix(moment.as_second()))
        .ok_or_else(|| Failure::unable("cli.time.invalid").at("--at"))
}

/// A date as the reader writes it, in UTC.
pub(crate) fn date(time: Time, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{:02}/{:02}/{}", time.day(), time.month(), time.year()),
        Lang::En => format!("{}-{:02}-{:02}", time.year(), time.month(), time.day()),
    }
}

/// A moment in UTC, with the local time beside it where that differs.
pub(crate) fn moment(time: Time, lang: Lang) -> String {
    let utc =
        format!("{} {} UTC", date(time, lang), clock(time.hour(), time.minute(), time.second()));
    match local(time, &TimeZone::system()) {
        Some(local) if local.offset().seconds() != 0 => {
            let clock = clock_of(&local);
            let word = match lang {
                Lang::Fr => "heure locale",
                Lang::En => "local time",
            };
            format!("{utc} ({clock} {word})")
        }
        _ => utc,
    }
}

/// The local date and time of the platform's file names: `20261122-101500`.
pub(crate) fn stamp(time: Time) -> String {
    match local(time, &TimeZone::system()) {
        Some(local) => local.strftime("%Y%m%d-%H%M%S").to_string(),
        None => String::new(),
    }
}

fn local(time: Time, zone: &TimeZone) -> Option<jiff::Zoned> {
    Some(Timestamp::from_second(time.unix()).ok()?.to_zoned(zone.clone()))
}

fn clock_of(local: &jiff::Zoned) -> String {
    local.strftime("%H:%M:%S").to_string()
}

fn clock(hour: u8, minute: u8, second: u8) -> String {
    format!("{hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_may_be_given_in_any_zone_and_is_kept_in_utc() {
        let utc = at(Some("2029-03-01T00:00:00Z")).unwrap();
        assert_eq!(utc.to_string(), "2029-03-01T00:00:00Z");
        assert_eq!(at(Some("2029-03-01T01:00:00+01:00")).unwrap(), utc);
        assert_eq!(at(Some("tomorrow")).unwrap_err().code(), "cli.time.invalid");
    }

    #[test]
    fn dates_follow_the_language() {
        let time = at(Some("2029-03-01T00:00:00Z")).unwrap();
        assert_eq!(
            (date(time, Lang::Fr), date(time, Lang::En)),
            ("01/03/2029".into(), "2029-03-01".into())
        );
    }
}
