// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/past_thread.h"

#include "app/past_cursor.h"

#include <atomic>
#include <limits>
#include <utility>

namespace ob::app {
namespace {

constexpr auto nothing = std::numeric_limits<std::uint64_t>::max();

} // namespace

struct PastThread::Reader {
    std::atomic<std::uint64_t> wanted = 0; ///< the newest question; `nothing`: it was let go
    std::unique_ptr<PastCursor> cursor;    ///< opened by the first question, and anew after a failure
    core::Instant first;

    PastCursor& open(std::filesystem::path const& folder) {
        if (!cursor) cursor = std::make_unique<PastCursor>(folder);
        return *cursor;
    }
    /// Nothing when it was not wanted any more.
    std::optional<ui::PastNews> goTo(core::Instant at, std::uint64_t question,
                                     std::filesystem::path const& folder) {
        ui::PastNews told;
        told.at = at;
        try {
            auto step = open(folder).moveTo(at, [&] { return wanted != question; });
            if (!step) return std::nullopt;
            if (first == core::Instant()) first = cursor->first().value_or(core::Instant());
            told.first = first;
            told.news.whole = std::move(step->whole);
            told.news.changes = std::move(step->changes);
            told.news.conflicts = std::move(step->conflicts);
        } catch (std::exception const& error) {
            cursor.reset();
            told.problem = error.what();
        }
        return told;
    }
    std::vector<core::Event> events(core::StreamId stream, core::Instant by,
                                    std::filesystem::path const& folder) {
        try {
            return open(folder).events(stream, by);
        } catch (std::exception const&) {
            cursor.reset(); // the next move says why
            return {};
        }
    }
};

class PastThread::Look final : public ui::PastPort {
  public:
    Look(std::shared_ptr<Shared> shared, std::shared_ptr<Reader> reader)
        : m_shared(std::move(shared)), m_reader(std::move(reader)) {}
    ~Look() override {
        m_reader->wanted = nothing;
        m_shared->loop.post([shared = m_shared.get(), reader = m_reader] {
            reader->cursor.reset();
            shared->readers.erase(reader);
        });
    }

    void goTo(core::Instant at, std::function<void(ui::PastNews)> answer) override {
        auto const question = ++m_reader->wanted;
        post([at, question, answer = std::move(answer)](Shared& shared, Reader& reader, Alive alive) {
            if (reader.wanted != question) return;
            auto told = reader.goTo(at, question, shared.folder);
            if (!told) return;
            shared.tell([alive, answer, told = std::make_shared<ui::PastNews>(*std::move(told))] {
                if (!alive.expired()) answer(std::move(*told));
            });
        });
    }
    void readEvents(core::StreamId stream, core::Instant by,
                    std::function<void(std::vector<core::Event>)> answer) override {
        post([stream, by, answer = std::move(answer)](Shared& shared, Reader& reader, Alive alive) {
            if (reader.wanted == nothing) return;
            shared.tell([alive, answer, events = reader.events(stream, by, shared.folder)] {
                if (!alive.expired()) answer(events);
            });
        });
    }

  private:
    using Alive = std::weak_ptr<bool>;

    /// The loop belongs to what is shared: what waits in it must not hold that.
    template<class Question>
    void post(Question question) {
        m_shared->loop.post([shared = m_shared.get(), reader = m_reader, alive = Alive(m_alive),
                             question = std::move(question)] {
            shared->readers.insert(reader);
            question(*shared, *reader, alive);
        });
    }

    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<Reader> m_reader;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

PastThread::PastThread(std::filesystem::path folder, Tell tell) : m_shared(std::make_shared<Shared>()) {
    m_shared->folder = std::move(folder);
    m_shared->tell = std::move(tell);
    m_thread = std::thread([shared = m_shared] {
        shared->loop.run();
        for (auto const& reader : shared->readers)
            reader->cursor.reset();
        shared->readers.clear();
    });
}

PastThread::~PastThread() {
    for (auto const& each : m_readers)
        if (auto const reader = each.lock()) reader->wanted = nothing;
    m_shared->loop.stop();
    m_thread.join();
}

std::unique_ptr<ui::PastPort> PastThread::look() {
    std::erase_if(m_readers, [](auto const& each) { return each.expired(); });
    auto reader = std::make_shared<Reader>();
    m_readers.insert(reader);
    return std::make_unique<Look>(m_shared, std::move(reader));
}

void PastThread::reopen() {
    m_shared->loop.post([shared = m_shared.get()] {
        for (auto const& reader : shared->readers)
            reader->cursor.reset();
    });
}

} // namespace ob::app
