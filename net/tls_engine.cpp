// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/tls_engine.h"

#include "core/ensure.h"
#include "core/identity/tls_key_hash.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <string_view>

namespace ob::net {
namespace {

constexpr std::string_view exporterLabel = "EXPORTER-oneboard-ob1";

/// The cases that a person can do something about, in words; others as OpenSSL calls them.
std::string reasonText(unsigned long error) {
    if (ERR_GET_LIB(error) == ERR_LIB_SSL) {
        switch (ERR_GET_REASON(error)) {
        case SSL_R_UNSUPPORTED_PROTOCOL:
        case SSL_R_VERSION_TOO_LOW:
        case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
            return "the other side does not speak TLS 1.3: its program is too old";
        case SSL_R_WRONG_VERSION_NUMBER:
        case SSL_R_HTTP_REQUEST:
        case SSL_R_HTTPS_PROXY_REQUEST:
        case SSL_R_BAD_RECORD_TYPE: return "what came is not TLS: the other side is no desk";
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: return "the other side showed no certificate";
        case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
        case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
        case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
        case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
        case SSL_R_TLSV1_ALERT_UNKNOWN_CA: return "the other side refused our certificate: it is no desk";
        case SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS:
        case SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM:
        case SSL_R_WRONG_SIGNATURE_TYPE:
        case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
            return "the other side does not use Ed25519 certificates: it is no desk";
        default: break; // of the library's hundreds
        }
    }
    char const* const reason = ERR_reason_error_string(error);
    return reason ? reason : "cut off";
}

} // namespace

void TlsEngine::Free::operator()(ssl_st* connection) const { SSL_free(connection); }

TlsEngine::TlsEngine(TlsContext const& context, Side side) : m_connection(SSL_new(context.get())) {
    auto* const connection = m_connection.get();
    auto* const in = BIO_new(BIO_s_mem());
    auto* const out = BIO_new(BIO_s_mem());
    OB_ENSURE(connection && in && out);
    SSL_set_bio(connection, in, out);
    SSL_set_app_data(connection, this);
    switch (side) {
    case Side::Dials: SSL_set_connect_state(connection); break;
    case Side::Accepts: SSL_set_accept_state(connection); break;
    }
}

void TlsEngine::receive(core::ByteView wire) {
    if (wire.empty()) return;
    auto const length = static_cast<int>(wire.size());
    OB_ENSURE(BIO_write(SSL_get_rbio(m_connection.get()), wire.data(), length) == length);
}

void TlsEngine::shake() {
    if (m_state != State::Shaking) return;
    ERR_clear_error();
    int const result = SSL_do_handshake(m_connection.get());
    if (result == 1)
        m_state = State::Open;
    else
        fail(result);
}

std::size_t TlsEngine::read(std::span<std::uint8_t> plain) {
    if (m_state != State::Open) return 0;
    ERR_clear_error();
    std::size_t length = 0;
    int const result = SSL_read_ex(m_connection.get(), plain.data(), plain.size(), &length);
    if (result != 1) fail(result);
    return result == 1 ? length : 0;
}

void TlsEngine::write(core::ByteView plain) {
    OB_ENSURE(m_state == State::Open || m_state == State::PeerDone);
    ERR_clear_error();
    std::size_t written = 0;
    int const result = SSL_write_ex(m_connection.get(), plain.data(), plain.size(), &written);
    if (result != 1) fail(result);
}

void TlsEngine::sayGoodbye() {
    if (m_state != State::Open && m_state != State::PeerDone) return;
    if ((SSL_get_shutdown(m_connection.get()) & SSL_SENT_SHUTDOWN) != 0) return;
    ERR_clear_error();
    SSL_shutdown(m_connection.get());
}

void TlsEngine::takeOutput(core::Bytes& wire) {
    auto* const out = SSL_get_wbio(m_connection.get());
    std::size_t const length = BIO_ctrl_pending(out);
    if (length == 0) return;
    std::size_t const before = wire.size();
    wire.resize(before + length);
    OB_ENSURE(BIO_read(out, wire.data() + before, static_cast<int>(length)) == static_cast<int>(length));
}

void TlsEngine::fail(int result) {
    int const error = SSL_get_error(m_connection.get(), result);
    if (error == SSL_ERROR_WANT_READ) return; // the rest has not come yet
    if (error == SSL_ERROR_ZERO_RETURN) {
        m_state = State::PeerDone;
        return;
    }
    m_state = State::Failed;
    unsigned long const reason = ERR_peek_error();
    m_failure = m_refusal.empty() ? reasonText(reason) : m_refusal;
    ERR_clear_error();
}

std::array<std::uint8_t, 32> TlsEngine::exporter() const {
    std::array<std::uint8_t, 32> value{};
    OB_ENSURE(SSL_export_keying_material(m_connection.get(), value.data(), value.size(), exporterLabel.data(),
                                         exporterLabel.size(), nullptr, 0, 0)
              == 1);
    return value;
}

bool TlsEngine::takePeer(stack_st_X509* shown) {
    m_refusal = "the other side showed another certificate than the single self-signed Ed25519 one of a desk";
    if (sk_X509_num(shown) != 1) return false;
    auto* const certificate = sk_X509_value(shown, 0);
    auto* const key = X509_get0_pubkey(certificate);
    if (!key || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519 || X509_verify(certificate, key) != 1) return false;
    core::PublicKey bytes;
    std::size_t length = bytes.bytes.size();
    if (EVP_PKEY_get_raw_public_key(key, bytes.bytes.data(), &length) != 1) return false;
    m_peerKeyHash = core::tlsKeyHash(bytes);
    m_refusal.clear();
    return true;
}

} // namespace ob::net
