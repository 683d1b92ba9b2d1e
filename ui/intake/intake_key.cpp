// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/intake_key.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace ob::ui {
namespace {

struct Binding {
    int key;
    Qt::KeyboardModifiers modifiers;
    IntakeKey does;
};

auto const bindings = std::to_array<Binding>({
    {Qt::Key_Return, Qt::ControlModifier, IntakeKey::Save},
    {Qt::Key_Enter, Qt::ControlModifier, IntakeKey::Save},
    {Qt::Key_R, Qt::AltModifier, IntakeKey::Dropped},
    {Qt::Key_D, Qt::AltModifier, IntakeKey::Join},
    {Qt::Key_1, Qt::AltModifier, IntakeKey::P1},
    {Qt::Key_2, Qt::AltModifier, IntakeKey::P2},
    {Qt::Key_3, Qt::AltModifier, IntakeKey::P3},
    {Qt::Key_4, Qt::AltModifier, IntakeKey::P4},
    {Qt::Key_K, Qt::AltModifier, IntakeKey::KeepPoint},
    {Qt::Key_X, Qt::AltModifier, IntakeKey::DropPoint},
    {Qt::Key_M, Qt::AltModifier, IntakeKey::AskMap},
    {Qt::Key_H, Qt::AltModifier, IntakeKey::Hazards},
    {Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier, IntakeKey::NewCall},
    {Qt::Key_PageDown, Qt::ControlModifier, IntakeKey::NextCall},
    {Qt::Key_PageUp, Qt::ControlModifier, IntakeKey::PreviousCall},
    {Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier, IntakeKey::RestoreDrafts},
    {Qt::Key_Escape, Qt::NoModifier, IntakeKey::Leave},
});

} // namespace

std::optional<IntakeKey> intakeKeyOf(QKeyEvent const& event) {
    auto const modifiers = event.modifiers() & ~Qt::KeypadModifier;
    auto const found = std::ranges::find_if(bindings, [&](Binding const& each) {
        return each.key == event.key() && each.modifiers == modifiers;
    });
    return found == bindings.end() ? std::nullopt : std::optional(found->does);
}

} // namespace ob::ui
