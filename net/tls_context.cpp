// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/tls_context.h"

#include "core/ensure.h"
#include "net/tls_engine.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace ob::net {
namespace {

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Certificate = std::unique_ptr<X509, FreeCertificate>;

constexpr long longestCertificate = 4096; // bytes; ours has about 300

Key keyOf(core::SecretKey const& secret) {
    auto const seed = secret.seed();
    Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    OB_ENSURE(key);
    return key;
}

Certificate certificateOf(EVP_PKEY* key) {
    Certificate certificate(X509_new());
    auto* const x509 = certificate.get();
    OB_ENSURE(x509 && X509_set_version(x509, X509_VERSION_3) == 1);
    OB_ENSURE(ASN1_INTEGER_set(X509_get_serialNumber(x509), 1) == 1);
    OB_ENSURE(ASN1_TIME_set_string(X509_getm_notBefore(x509), "19700101000000Z") == 1);
    OB_ENSURE(ASN1_TIME_set_string(X509_getm_notAfter(x509), "99991231235959Z") == 1);
    auto* const name = X509_get_subject_name(x509);
    auto const* const commonName = reinterpret_cast<unsigned char const*>("oneboard");
    OB_ENSURE(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, commonName, -1, -1, 0) == 1);
    OB_ENSURE(X509_set_issuer_name(x509, name) == 1 && X509_set_pubkey(x509, key) == 1);
    OB_ENSURE(X509_sign(x509, key, nullptr) > 0);
    return certificate;
}

/// Instead of the check of a chain.
int checkPeer(X509_STORE_CTX* check, void*) {
    auto* const ssl =
        static_cast<SSL*>(X509_STORE_CTX_get_ex_data(check, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* const engine = static_cast<TlsEngine*>(SSL_get_app_data(ssl));
    bool const isTaken = engine->takePeer(X509_STORE_CTX_get0_untrusted(check));
    X509_STORE_CTX_set_error(check, isTaken ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION);
    return isTaken ? 1 : 0;
}

} // namespace

void TlsContext::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }

TlsContext::TlsContext(core::SecretKey const& key) : m_context(SSL_CTX_new(TLS_method())) {
    auto* const context = m_context.get();
    OB_ENSURE(context);
    OB_ENSURE(SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1);
    OB_ENSURE(SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION) == 1);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    OB_ENSURE(SSL_CTX_set_num_tickets(context, 0) == 1 && SSL_CTX_set_max_early_data(context, 0) == 1);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_max_cert_list(context, longestCertificate);
    OB_ENSURE(SSL_CTX_set1_sigalgs_list(context, "ed25519") == 1);
    OB_ENSURE(SSL_CTX_set1_client_sigalgs_list(context, "ed25519") == 1);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_cert_verify_callback(context, &checkPeer, nullptr);
    Key const ours = keyOf(key);
    Certificate const certificate = certificateOf(ours.get());
    OB_ENSURE(SSL_CTX_use_certificate(context, certificate.get()) == 1);
    OB_ENSURE(SSL_CTX_use_PrivateKey(context, ours.get()) == 1);
}

} // namespace ob::net
