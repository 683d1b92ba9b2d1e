// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"
#include "net/control_socket.h"
#include "net/frame.h"

#include <optional>

namespace ob::net {

/// The other end of a ControlServer, for a program that has nothing else to do meanwhile: it waits.
class ControlClient {
  public:
    /// Nothing when nobody answers in that folder: no socket, or one of a dead process.
    static std::optional<ControlClient> connect(std::filesystem::path const& folder);

    /// False when the desk is gone.
    bool send(Frame const& frame);

    enum class Heard : std::uint8_t {
        Frame,
        Nothing, ///< in that time
        End,     ///< the desk is gone, or said what is no frame
    };
    /// Zero only takes what is there. A frame goes to `frame`.
    Heard receive(Frame& frame, core::Duration patience);

    /// For poll(2): when it can be read, `receive` has something.
    int descriptor() const { return m_socket.number(); }

  private:
    explicit ControlClient(Descriptor socket) : m_socket(std::move(socket)) {}
    Descriptor m_socket;
    FrameReader m_reader;
};

} // namespace ob::net
