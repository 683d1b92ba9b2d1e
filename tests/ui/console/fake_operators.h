// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/operator_port.h"

#include <QCoreApplication>
#include <QObject>

#include <map>

namespace ob::tests {

/// Operators in memory; answers come when the test lets events happen.
class FakeOperators final : public ui::OperatorPort {
  public:
    ui::OperatorRoster roster;
    std::map<std::string, std::string> passphrases;
    core::Duration wait; ///< told with the next wrong one
    std::vector<std::string> asked;
    std::string remembered;

    void know(QString const& name, std::uint8_t roles, std::string const& passphrase) {
        roster.state = ui::OperatorRoster::State::Ready;
        roster.active.push_back({.name = name, .roles = roles});
        passphrases[name.toStdString()] = passphrase;
    }

    void list(std::function<void(ui::OperatorRoster)> answer) override {
        later([answer, told = roster] { answer(told); });
    }
    void check(std::string name, core::SecretText passphrase,
               std::function<void(ui::SignInAnswer)> answer) override {
        asked.push_back(name + '/' + std::string(passphrase.view()));
        ui::SignInAnswer told;
        auto const found = passphrases.find(name);
        if (found != passphrases.end() && found->second == passphrase.view()) {
            told.outcome = ui::SignInAnswer::Outcome::Accepted;
            told.name = QString::fromStdString(name);
            for (auto const& each : roster.active)
                if (each.name == told.name) {
                    told.roles = each.roles;
                    told.positions = each.positions;
                }
        } else {
            told.wait = wait;
        }
        later([answer, told] { answer(told); });
    }
    void makeFirst(std::string name, core::SecretText passphrase,
                   std::function<void(ui::FirstOperatorAnswer)> answer) override {
        using Outcome = ui::FirstOperatorAnswer::Outcome;
        ui::FirstOperatorAnswer told;
        told.name = QString::fromStdString(name);
        told.outcome =
            passphrase.view().size() < ui::minPassphraseLength ? Outcome::BadPassphrase : Outcome::Made;
        told.roles = 0xff;
        if (told.outcome == Outcome::Made) know(told.name, 0xff, std::string(passphrase.view()));
        later([answer, told] { answer(told); });
    }
    void remember(std::string name, core::Code position) override {
        remembered = name + '@' + position.text();
    }

    /// Everything that was asked is answered.
    static void settle() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

  private:
    void later(std::function<void()> tell) {
        QMetaObject::invokeMethod(&m_here, std::move(tell), Qt::QueuedConnection);
    }
    QObject m_here;
};

} // namespace ob::tests
