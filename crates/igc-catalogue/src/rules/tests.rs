use igc_x509::Time;

use crate::{AlertDelay, Product, current_alert_rule};

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

#[track_caller]
fn ends(code: &str, not_before: &str) -> (String, Option<String>) {
    let rule = Product::find(code).unwrap().profile().validity_at(at(not_before)).unwrap();
    (
        rule.not_after(at(not_before)).unwrap().to_string(),
        rule.private_key_not_after(at(not_before)).map(|time| time.to_string()),
    )
}

#[test]
fn validity_follows_the_dated_rules() {
    let three = ("2029-11-22T10:00:00Z".to_owned(), None);
    assert_eq!(ends("ORG_AUTH_CLI", "2026-11-22T10:00:00Z"), three);
    assert_eq!(ends("SERV_SSL", "2022-11-30T23:59:59Z").0, "2025-11-30T23:59:59Z");
    assert_eq!(ends("SERV_SSL", "2022-12-01T00:00:00Z").0, "2024-12-01T00:00:00Z");
    let month_more = ("2022-06-07T08:09:10Z".to_owned(), Some("2022-05-07T08:09:10Z".to_owned()));
    assert_eq!(ends("ORG_SIGN", "2019-05-07T08:09:10Z"), month_more);
    let no_more = ("2025-01-07T08:09:10Z".to_owned(), Some("2025-01-07T08:09:10Z".to_owned()));
    assert_eq!(ends("ORG_SIGN", "2022-01-07T08:09:10Z"), no_more);
    // No 29 February three years on.
    assert_eq!(ends("ORG_CONF", "2024-02-29T00:00:00Z").0, "2027-02-28T00:00:00Z");
}

#[test]
fn alerts_come_before_the_end() {
    let rule = current_alert_rule().unwrap();
    assert_eq!(rule.before_expiry, AlertDelay::Days(60));
    let alert = rule.before_expiry.before(at("2029-11-22T10:00:00Z")).unwrap();
    assert_eq!(alert.to_string(), "2029-09-23T10:00:00Z");
    let month = AlertDelay::Months(1).before(at("2029-03-31T10:00:00Z")).unwrap();
    assert_eq!(month.to_string(), "2029-02-28T10:00:00Z");
}

#[test]
fn nothing_panics_at_the_end_of_time() {
    let rule = Product::find("ORG_SIGN").unwrap().profile().validity_at(Time::MAX).unwrap();
    assert_eq!(rule.not_after(Time::MAX), None);
    assert_eq!(rule.private_key_not_after(Time::MAX), None);
    assert_eq!(AlertDelay::Days(u16::MAX).before(Time::MIN), None);
}
