//! What we issue, judged by programs we did not write.

mod fixture;
mod openssl;
mod pkilint;
