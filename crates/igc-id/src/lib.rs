//! Identifiers of French health: parse once, then they cannot be wrong.
#![no_std]
