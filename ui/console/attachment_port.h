// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attachment.h"
#include "core/bytes.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace ob::ui {

/// Photos and papers of notes as the console reaches them. Nothing waits: every answer comes later, on the
/// GUI thread, in the order of asking; none comes after the console has let go of the port.
class AttachmentPort {
  public:
    struct Standing {
        enum class State : std::uint8_t {
            NotHere, ///< no desk that has it was reached yet
            Coming,  ///< `begun` bytes are here
            Here,
            Refused ///< what is under this hash is not what the note says
        };
        State state = State::NotHere;
        std::uint64_t begun = 0;
        friend bool operator==(Standing const&, Standing const&) = default;
    };
    /// In the order in which they are named.
    virtual void readStandings(std::vector<core::Attachment> of,
                               std::function<void(std::vector<Standing>)> answer) = 0;

    enum class Result : std::uint8_t {
        Done,
        NotHere,
        Damaged,   ///< on this desk's disk; it was thrown away and is asked for again
        NotWritten ///< the file cannot be written there
    };
    /// All of it, compared with its hash.
    virtual void read(core::Attachment which, std::function<void(Result, core::Bytes)> answer) = 0;
    /// To a file that only its owner may read (0600); one of the same name is replaced.
    virtual void save(core::Attachment which, std::filesystem::path file,
                      std::function<void(Result)> answer) = 0;

    enum class Unfit : std::uint8_t { NotReadable, NotAFile, Empty, TooLarge, NoName, NotKept };
    struct Kept {
        std::vector<core::Attachment> attachments; ///< of all files, or none
        std::string file{};                        ///< the first that cannot be one
        Unfit why{};
    };
    /// Copies of the files, durable before it answers. What no note names is swept away after a while.
    virtual void keep(std::vector<std::filesystem::path> files, std::function<void(Kept)> answer) = 0;

  protected:
    ~AttachmentPort() = default;
};

} // namespace ob::ui
