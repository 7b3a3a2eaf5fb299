//! Loopback ports for judges that are servers.

use core::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};
use std::{
    net::{TcpListener, TcpStream},
    thread,
    time::Instant,
};

/// A loopback port that was free a moment ago.
///
/// # Panics
/// When the machine has none.
#[must_use]
pub fn free_port() -> u16 {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr()) {
        Ok(address) => address.port(),
        Err(error) => panic!("no loopback port: {error}"),
    }
}

/// Waits until something listens on the loopback port; `false` after `limit`.
#[must_use]
pub fn wait_for_port(port: u16, limit: Duration) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let start = Instant::now();
    while start.elapsed() < limit {
        if TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}
