// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/attachment_thread.h"

#include "app/files.h"
#include "app/output_file.h"
#include "core/crypto/sha256.h"
#include "core/journal/journal_port.h"

#include <algorithm>
#include <utility>

namespace ob::app {
namespace {

constexpr std::size_t step = 1u << 20;

ui::AttachmentPort::Unfit unfitOf(store::FileBlobs::Unfit unfit) {
    using Why = ui::AttachmentPort::Unfit;
    switch (unfit) {
    case store::FileBlobs::Unfit::NotReadable: return Why::NotReadable;
    case store::FileBlobs::Unfit::NotAFile: return Why::NotAFile;
    case store::FileBlobs::Unfit::Empty: return Why::Empty;
    case store::FileBlobs::Unfit::TooLarge: return Why::TooLarge;
    }
    return Why::NotReadable;
}

} // namespace

AttachmentThread::AttachmentThread(std::filesystem::path blobs, Ends ends)
    : m_blobs(std::move(blobs)), m_ends(std::move(ends)), m_thread([this] { m_loop.run(); }) {}

AttachmentThread::~AttachmentThread() {
    m_loop.stop();
    m_thread.join();
}

AttachmentThread::Standing AttachmentThread::standingOf(core::Attachment const& which) {
    using State = Standing::State;
    if (auto const size = m_blobs.size(which.hash))
        return {.state = *size == which.bytes ? State::Here : State::Refused, .begun = *size};
    auto const begun = std::min(m_blobs.begun(which.hash), which.bytes);
    return {.state = begun > 0 ? State::Coming : State::NotHere, .begun = begun};
}

void AttachmentThread::readStandings(std::vector<core::Attachment> of,
                                     std::function<void(std::vector<Standing>)> answer) {
    m_loop.post([this, of = std::move(of), answer = std::move(answer)] {
        std::vector<Standing> standings;
        for (auto const& each : of)
            standings.push_back(standingOf(each));
        m_ends.tell([answer, standings = std::move(standings)] { answer(standings); });
    });
}

AttachmentThread::Result AttachmentThread::walk(core::Attachment const& which,
                                                std::function<void(core::ByteView)> const& take) {
    if (standingOf(which).state != Standing::State::Here) return Result::NotHere;
    core::Sha256 sum;
    for (std::uint64_t at = 0; at < which.bytes; at += step) {
        auto const piece = m_blobs.read(which.hash, at, step);
        if (!piece || piece->empty()) return Result::NotHere;
        sum.add(*piece);
        take(*piece);
    }
    if (sum.finish() == which.hash) return Result::Done;
    m_ends.damaged(which);
    return Result::Damaged;
}

void AttachmentThread::read(core::Attachment which, std::function<void(Result, core::Bytes)> answer) {
    m_loop.post([this, which = std::move(which), answer = std::move(answer)] {
        core::Bytes bytes;
        auto const result =
            walk(which, [&](core::ByteView piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
        if (result != Result::Done) bytes.clear();
        m_ends.tell([answer, result, bytes = std::move(bytes)] { answer(result, bytes); });
    });
}

void AttachmentThread::save(core::Attachment which, std::filesystem::path file,
                            std::function<void(Result)> answer) {
    m_loop.post([this, which = std::move(which), file = std::move(file), answer = std::move(answer)] {
        Result result = Result::NotWritten;
        try {
            OutputFile out(file, Overwrite::Allowed);
            result = walk(which, [&](core::ByteView piece) {
                out.write({reinterpret_cast<char const*>(piece.data()), piece.size()});
            });
            if (result == Result::Done) out.finish();
        } catch (FileError const&) {
            result = Result::NotWritten;
        }
        m_ends.tell([answer, result] { answer(result); });
    });
}

AttachmentThread::Kept AttachmentThread::kept(std::vector<std::filesystem::path> const& files) {
    Kept all;
    for (auto const& file : files) {
        core::Attachment made{
            .hash = {}, .bytes = 0, .name = core::attachmentName(file.string()), .mediaType = {}};
        auto const refuse = [&](Unfit why) {
            return Kept{.attachments = {}, .file = file.string(), .why = why};
        };
        if (made.name.empty()) return refuse(Unfit::NoName);
        try {
            auto const copy = m_blobs.keep(file);
            if (!copy) return refuse(unfitOf(copy.error()));
            made.hash = copy->hash;
            made.bytes = copy->bytes;
        } catch (core::StoreError const&) {
            return refuse(Unfit::NotKept);
        }
        made.mediaType = core::mediaTypeOf(made.name);
        all.attachments.push_back(std::move(made));
    }
    return all;
}

void AttachmentThread::keep(std::vector<std::filesystem::path> files, std::function<void(Kept)> answer) {
    m_loop.post([this, files = std::move(files), answer = std::move(answer)] {
        m_ends.tell([answer, told = kept(files)] { answer(told); });
    });
}

} // namespace ob::app
