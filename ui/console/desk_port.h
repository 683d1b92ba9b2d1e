// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "core/desk.h"
#include "core/event.h"
#include "core/ports.h"
#include "core/premise/contact_answer.h"
#include "core/result.h"
#include "ui/console/past_port.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ob::ui {

class AttachmentPort;

/// The desk as the console reaches it. Nothing waits: every answer comes later, on the GUI thread, in the
/// order of asking; none comes after the console has let go of the port.
class DeskPort {
  public:
    /// What another agency holds of a stream, of what it may know.
    struct Holding {
        core::AgencyIndex agency;
        std::uint64_t lacking = 0; ///< entries that are here and, as far as is known, not there
        friend bool operator==(Holding const&, Holding const&) = default;
    };

    using Reply = std::function<void(core::Result<core::Receipt> const&)>;

    virtual ~DeskPort() = default;
    virtual void submit(core::Command command, core::OperatorSession session, Reply reply) = 0;
    /// All events of a stream that this desk holds, in order of arrival.
    virtual void readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) = 0;
    /// By agency; empty when nobody else may know it.
    virtual void readHoldings(core::StreamId stream, std::function<void(std::vector<Holding>)> answer) = 0;
    /// In words and numbers of all incidents, also finished ones; newest first.
    virtual void find(std::string text, std::size_t limit,
                      std::function<void(std::vector<core::SearchHit>)> answer) = 0;
    /// A look into the past, as many as are wanted; null where there is none to be had.
    virtual std::unique_ptr<PastPort> lookBack() = 0;
    /// Whom to call at a place, by the key of its record; who asked is kept before it is told.
    virtual void askContact(std::string premise, core::OperatorSession session,
                            std::function<void(core::ContactAnswer)> answer) = 0;
    /// Photos and papers of notes; null where there are none to be had.
    virtual AttachmentPort* attachments() { return nullptr; }
};

} // namespace ob::ui
