// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/shipped_rules.h"
#include "ui/main_window.h"

#include <QSettings>
#include <QTemporaryDir>

#include <utility>

namespace ob::test {

/// Nobody has a passphrase here: who works is signed in already.
struct NoOperators final : ui::OperatorPort {
    void list(std::function<void(ui::OperatorRoster)> answer) override { answer({}); }
    void check(std::string, core::SecretText, std::function<void(ui::SignInAnswer)> answer) override {
        answer({});
    }
    void makeFirst(std::string, core::SecretText,
                   std::function<void(ui::FirstOperatorAnswer)> answer) override {
        answer({});
    }
    void remember(std::string, core::Code) override {}
};

struct NoDrafts final : ui::DraftPort {
    bool save(QByteArray const&) override { return true; }
    Kept load() override { return {}; }
};

struct Silence final : ui::SoundPort {
    void distress() override {}
    void alarm() override {}
    void attention() override {}
    bool isHeard() const override { return false; }
};

/// What a window needs besides its console: settings of its own, nobody's passphrase, no drafts, no sound.
class WindowGivens {
  public:
    ui::WindowServices services(std::function<void(QString const&)> speak) {
        return {.settings = settings,
                .speak = std::move(speak),
                .operators = m_operators,
                .drafts = m_drafts,
                .cards = m_cards,
                .sound = m_sound};
    }

  private:
    QTemporaryDir m_folder;
    NoOperators m_operators;
    NoDrafts m_drafts;
    Silence m_sound;
    core::SopBook m_cards = *core::loadSopBook(shippedSopText(), shippedRules());

  public:
    QSettings settings{m_folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
};

} // namespace ob::test
