// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"

#include <memory>

struct ssl_ctx_st;

namespace ob::net {

/// What all TLS links of a desk have in common: TLS 1.3 alone, both sides show one self-signed Ed25519
/// certificate, nothing is resumed. Trust is not decided here: whoever learns the peer's key hash does that,
/// by the hash that the desk certificate pins. So names and dates in the certificate mean nothing, and no
/// wrong clock can cut a link.
class TlsContext {
  public:
    explicit TlsContext(core::SecretKey const& key);

    ssl_ctx_st* get() const { return m_context.get(); }

  private:
    struct Free {
        void operator()(ssl_ctx_st* context) const;
    };
    std::unique_ptr<ssl_ctx_st, Free> m_context;
};

} // namespace ob::net
