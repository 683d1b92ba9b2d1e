// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/blob_writing.h"

#include <algorithm>
#include <utility>

namespace ob::app {

BlobWriting::BlobWriting(store::FileBlobs& files, net::EventLoop& loop)
    : m_files(files), m_self(std::make_shared<BlobWriting*>(this)),
      m_thread([&loop, weak = std::weak_ptr(m_self)] {
          loop.post([weak] {
              if (auto const self = weak.lock()) (*self)->settle();
          });
      }) {}

/// With what is still to be written.
std::uint64_t BlobWriting::begun(core::Hash const& hash) {
    auto const last = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                   [&](Piece const& piece) { return piece.hash == hash; });
    if (last != m_waiting.rend()) return last->end;
    return m_piece && m_piece->hash == hash ? m_piece->end : m_files.begun(hash);
}

void BlobWriting::append(core::Hash const& hash, std::uint64_t from, core::Bytes bytes, bool isLast,
                         std::function<void(Outcome)> done) {
    std::uint64_t const end = from + bytes.size();
    m_waiting.push_back({.hash = hash,
                         .from = from,
                         .end = end,
                         .bytes = std::move(bytes),
                         .isLast = isLast,
                         .done = std::move(done)});
    writeNext();
}

void BlobWriting::writeNext() {
    if (m_piece || m_waiting.empty()) return;
    m_piece = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_thread.start([this] {
        m_files.append(m_piece->hash, m_piece->from, std::move(m_piece->bytes), m_piece->isLast,
                       [this](Outcome outcome) { m_outcome = outcome; });
    });
}

void BlobWriting::settle() {
    Outcome const outcome = m_outcome;
    auto const done = std::move(m_piece->done);
    m_piece.reset();
    writeNext();
    done(outcome);
}

} // namespace ob::app
