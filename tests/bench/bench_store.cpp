// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_store [DIR] [ENTRIES]: how fast the journal takes and gives back events, and how fast search answers.
#include "core/store/database.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_search.h"
#include "tests/bench/figures.h"
#include "tests/support/log_bytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <string>

namespace ob::tests {
namespace {

using namespace core;

core::SealingKey someKey() {
    std::array<std::uint8_t, 32> bytes;
    bytes.fill(1);
    return core::SealingKey(bytes);
}

/// Ten events an incident, each with one section of 200 B, one batch each.
void benchAppend(std::filesystem::path const& directory, Figures& figures, std::size_t eventsPerCommit) {
    auto const folder = directory / ("append-" + std::to_string(eventsPerCommit));
    std::filesystem::create_directory(folder);
    store::Database database({.file = folder / "desk.db"});
    store::SqliteJournal journal(database, someKey());
    LogBytes log;
    std::size_t const total = eventsPerCommit == 1 ? 500 : eventsPerCommit == 64 ? 32'000 : 200'000;
    std::vector<JournalBatch> batches;
    StreamId stream;
    for (std::size_t made = 0; made < total;) {
        JournalBatch batch{.logs = {log.record()}};
        // Live events come in batches of their own, bulk ones in frames of 256.
        std::size_t const size = eventsPerCommit > 64 ? 256 : 1;
        for (std::size_t count = 0; count < size; ++count, ++made) {
            batch.events.push_back(made % 10 == 0 ? log.creating() : log.in(stream, 200));
            stream = batch.events.back().stream;
        }
        batch.heads = {log.head(Hlc(at(static_cast<std::int64_t>(made)), 0))};
        batches.push_back(std::move(batch));
    }
    std::size_t const batchesPerFlush = eventsPerCommit > 64 ? eventsPerCommit / 256 : eventsPerCommit;
    double const begin = seconds();
    for (std::size_t next = 0; next < batches.size();) {
        for (std::size_t count = 0; count < batchesPerFlush && next < batches.size(); ++count)
            journal.append(std::move(batches[next++]));
        while (journal.flush()) {
        }
    }
    double const time = seconds() - begin;
    figures.print("store.append." + std::to_string(eventsPerCommit), static_cast<double>(total) / time,
                  "events/s");
    if (eventsPerCommit <= 64) return;
    double const readBegin = seconds();
    std::size_t read = 0;
    journal.visitStreams([&](StreamId id, StreamKind, bool) { read += journal.stream(id, {}).size(); });
    figures.print("store.read.stream", static_cast<double>(read) / (seconds() - readBegin), "events/s");
    double const rangeBegin = seconds();
    auto const range = journal.range(log.log(), 0, total);
    figures.print("store.read.range", static_cast<double>(range.size()) / (seconds() - rangeBegin),
                  "events/s");
    double const openBegin = seconds();
    store::SqliteJournal const again(database, someKey());
    figures.print("store.open", (seconds() - openBegin) * 1e3, "ms");
}

std::string digits(std::size_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

/// Words as they are on a board: few types and districts, hundreds of roads, running numbers.
SearchEntry entryOf(std::size_t place, StreamId stream) {
    static constexpr char const* types[] = {"居民楼起火", "交通事故有人受伤", "胸痛呼吸困难", "电梯困人",
                                            "燃气泄漏",   "老人走失",         "道路积水",     "打架斗殴"};
    static constexpr char const* characters[] = {"滨", "江", "中", "山", "人", "民", "解", "放", "南", "北",
                                                 "东", "西", "新", "华", "长", "春", "湖", "海", "天", "河"};
    std::size_t const road = (place * 2654435761u) % 4000;
    SearchEntry entry;
    entry.stream = stream;
    std::size_t const day = place / 2000;
    entry.number = digits(2024 + day / 336, 4) + digits(day / 28 % 12 + 1, 2) + digits(day % 28 + 1, 2)
                   + digits(place % 2000 + 1, 4);
    entry.address = std::string(characters[road % 20]) + characters[road / 20 % 20] + characters[road / 400]
                    + "路" + std::to_string(place * 7919 % 900 + 1) + "号";
    entry.text = entry.number + ' ' + entry.address + ' ' + types[place * 31 % 8] + " 消E"
                 + digits(place * 13 % 90, 2) + (place % 100'003 == 5 ? " 化工厂爆炸" : "");
    return entry;
}

void fillSearch(store::SqliteJournal& journal, std::size_t entries) {
    LogBytes log(9);
    for (std::size_t made = 0; made < entries;) {
        JournalBatch batch{.logs = {log.record()}};
        for (std::size_t count = 0; count < 4096 && made < entries; ++count, ++made)
            batch.search.push_back(entryOf(made, StreamId(log.hash())));
        journal.append(std::move(batch));
        journal.flush();
    }
}

void benchSearch(std::filesystem::path const& directory, Figures& figures, std::size_t entries) {
    store::Database database({.file = directory / "search.db"});
    store::SqliteJournal journal(database, someKey());
    double const begin = seconds();
    std::size_t held = 0;
    store::SqliteSearch search(database);
    held = search.find("2", 1).size();
    if (held == 0) {
        fillSearch(journal, entries);
        figures.print("store.search.fill", static_cast<double>(entries) / (seconds() - begin), "entries/s");
    }
    struct Query {
        char const* name;
        char const* text;
    };
    static constexpr Query queries[] = {
        {"rare", "化工厂爆炸"},
        {"common", "起火"},
        {"one_character", "人"},
        {"road", "滨江中路"},
        {"two_common", "路 起火"},
        {"three_words", "中山 起火 E07"},
        {"digit", "2"},
        {"year", "2025"},
        {"year_month", "202502"},
        {"five_digits", "20250"},
        {"seven_digits", "2025021"},
        {"day", "20250214"},
        {"number", "202502140042"},
        {"suffix", "0042"},
        {"callsign", "消E07"},
        {"callsign_prefix", "E0"},
        {"letter", "E"},
        {"none_common", "人海 起火 电梯"},
        {"common_phrase", "北路1"},
        {"nothing", "量子力学"},
    };
    for (Query const& query : queries) {
        std::vector<double> times;
        std::size_t hits = 0;
        for (int turn = 0; turn < 5; ++turn) {
            double const start = seconds();
            hits = search.find(query.text, 200).size();
            times.push_back((seconds() - start) * 1e3);
        }
        std::ranges::sort(times);
        figures.print(std::string("store.search.") + query.name + "." + std::to_string(hits), times[2], "ms");
    }
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    QCoreApplication const application(argc, argv);
    std::filesystem::path const directory = argc > 1 ? argv[1] : "bench_store.tmp";
    std::size_t entries = 1'000'000;
    if (argc > 2) {
        std::string_view const text = argv[2];
        std::from_chars(text.data(), text.data() + text.size(), entries);
    }
    std::filesystem::create_directories(directory);
    ob::tests::Figures figures(directory);
    for (std::size_t const group : {1u, 64u, 4096u})
        ob::tests::benchAppend(directory, figures, group);
    ob::tests::benchSearch(directory, figures, entries);
}
