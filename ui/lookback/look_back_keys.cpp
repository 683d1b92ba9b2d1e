// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/look_back_keys.h"

#include "core/ensure.h"
#include "ui/lookback/look_back_bar.h"
#include "ui/lookback/look_back_window.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ob::ui {
namespace {

using namespace std::string_view_literals;

constexpr auto keys = std::to_array<LookBackKey>({
    {.id = "lookback.time", .key = Qt::CTRL | Qt::Key_T},
    {.id = "lookback.back1", .key = Qt::ALT | Qt::Key_Left, .minutes = -1},
    {.id = "lookback.on1", .key = Qt::ALT | Qt::Key_Right, .minutes = 1},
    {.id = "lookback.back5", .key = Qt::CTRL | Qt::Key_Left, .minutes = -5},
    {.id = "lookback.on5", .key = Qt::CTRL | Qt::Key_Right, .minutes = 5},
    {.id = "lookback.back15", .key = Qt::CTRL | Qt::SHIFT | Qt::Key_Left, .minutes = -15},
    {.id = "lookback.on15", .key = Qt::CTRL | Qt::SHIFT | Qt::Key_Right, .minutes = 15},
    {.id = "lookback.play1", .key = Qt::CTRL | Qt::Key_1, .speed = 1},
    {.id = "lookback.play10", .key = Qt::CTRL | Qt::Key_2, .speed = 10},
    {.id = "lookback.play60", .key = Qt::CTRL | Qt::Key_3, .speed = 60},
    {.id = "lookback.full", .key = Qt::Key_F11},
    {.id = "lookback.close", .key = Qt::CTRL | Qt::Key_W},
    {.id = "lookback.distress", .key = Qt::CTRL | Qt::Key_F12},
});

} // namespace

std::span<LookBackKey const> lookBackKeys() { return keys; }

LookBackKey const& lookBackKey(char const* id) {
    auto const found = std::ranges::find(keys, std::string_view(id), &LookBackKey::id);
    OB_ENSURE(found != keys.end());
    return *found;
}

QString wordsOf(LookBackKey const& key) {
    if (key.speed > 0) return LookBackBar::tr("Play %1 times as fast, or stop").arg(key.speed);
    if (key.minutes < 0) return LookBackBar::tr("%1 min earlier").arg(-key.minutes);
    if (key.minutes > 0) return LookBackBar::tr("%1 min later").arg(key.minutes);
    if (key.id == "lookback.time"sv) return LookBackBar::tr("Type a moment");
    if (key.id == "lookback.full"sv) return LookBackWindow::tr("Full screen");
    if (key.id == "lookback.close"sv) return LookBackWindow::tr("Close");
    return LookBackWindow::tr("Distress: go to the console");
}

} // namespace ob::ui
