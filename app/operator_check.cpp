// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/operator_check.h"

#include "app/files.h"
#include "app/operator_roles.h"
#include "app/sign_in_check.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace ob::app {
namespace {

static_assert(ui::minPassphraseLength == minPassphrase);

QString textOf(std::string const& text) { return QString::fromStdString(text); }

} // namespace

/// Does the work; belongs to the thread.
class OperatorCheck::Worker : public QObject {
  public:
    Worker(std::filesystem::path const& folder, core::PassphraseCost cost)
        : m_file(folder), m_check(folder, cost), m_memory(folder / "last-sign-in.json"), m_cost(cost) {}

    ui::OperatorRoster list() const {
        ui::OperatorRoster roster;
        try {
            auto const operators = m_file.read();
            if (!operators) return roster;
            roster.state = ui::OperatorRoster::State::Ready;
            for (auto const& each : operators->all())
                if (each.isActive)
                    roster.active.push_back(
                        {.name = textOf(each.name), .roles = each.roles, .positions = each.positions});
            recall(roster);
        } catch (FileError const& error) {
            roster.state = ui::OperatorRoster::State::Unreadable;
            roster.reason = QString::fromUtf8(error.what());
        }
        return roster;
    }

    ui::SignInAnswer check(std::string const& name, core::SecretText const& passphrase) {
        return m_check.check(name, passphrase);
    }

    ui::FirstOperatorAnswer makeFirst(std::string const& name, core::SecretText const& passphrase) {
        using Outcome = ui::FirstOperatorAnswer::Outcome;
        ui::FirstOperatorAnswer answer;
        try {
            auto const hash = newPassphrase(passphrase.view(), m_cost);
            m_file.change([&](OperatorList& operators) {
                if (!operators.all().empty())
                    throw OperatorRefusal("notFirst", "there are operators already");
                operators.add({.name = name, .roles = allRoles, .passphrase = hash});
            });
            answer.outcome = Outcome::Made;
            answer.name = textOf(name);
            answer.roles = allRoles;
        } catch (OperatorRefusal const& refusal) {
            answer.outcome = refusal.code() == "notFirst"  ? Outcome::NotFirst
                             : refusal.code() == "badName" ? Outcome::BadName
                                                           : Outcome::BadPassphrase;
        } catch (FileError const& error) {
            answer.reason = QString::fromUtf8(error.what());
        }
        return answer;
    }

    void remember(std::string const& name, core::Code const& position) const {
        try {
            auto const text =
                QJsonDocument(QJsonObject{{QStringLiteral("operator"), textOf(name)},
                                          {QStringLiteral("position"), textOf(position.text())}})
                    .toJson();
            writeFile(m_memory, core::viewOf({text.constData(), static_cast<std::size_t>(text.size())}),
                      Secrecy::Secret);
        } catch (FileError const&) {
            // Typed once more the next time: not worth a message.
        }
    }

  private:
    void recall(ui::OperatorRoster& roster) const {
        try {
            auto const bytes = readFileIfThere(m_memory).value_or(core::Bytes());
            auto const object =
                QJsonDocument::fromJson(QByteArray(reinterpret_cast<char const*>(bytes.data()),
                                                   static_cast<qsizetype>(bytes.size())))
                    .object();
            roster.lastName = object.value(QStringLiteral("operator")).toString();
            auto const position =
                core::Code::of(object.value(QStringLiteral("position")).toString().toStdString());
            if (position) roster.lastPosition = textOf(position->text());
        } catch (FileError const&) {
            // Nothing is proposed then.
        }
    }

    OperatorFile m_file;
    SignInCheck m_check;
    std::filesystem::path m_memory;
    core::PassphraseCost m_cost;
};

OperatorCheck::OperatorCheck(std::filesystem::path dataFolder, core::PassphraseCost cost)
    : m_worker(std::make_unique<Worker>(dataFolder, cost)) {
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

OperatorCheck::~OperatorCheck() {
    m_thread.quit();
    m_thread.wait();
}

template<class Answer, class Work>
void OperatorCheck::ask(Work work, std::function<void(Answer)> answer) {
    // Copied by the event that carries it, so what can only be moved goes by pointer.
    auto const held = std::make_shared<Work>(std::move(work));
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, held, answer = std::move(answer)]() mutable {
            Answer found = (*held)(*m_worker);
            QMetaObject::invokeMethod(
                &m_here, [answer = std::move(answer), found = std::move(found)] { answer(found); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void OperatorCheck::list(std::function<void(ui::OperatorRoster)> answer) {
    ask<ui::OperatorRoster>([](Worker const& worker) { return worker.list(); }, std::move(answer));
}

void OperatorCheck::check(std::string name, core::SecretText passphrase,
                          std::function<void(ui::SignInAnswer)> answer) {
    ask<ui::SignInAnswer>([name = std::move(name), passphrase = std::move(passphrase)](
                              Worker& worker) { return worker.check(name, passphrase); },
                          std::move(answer));
}

void OperatorCheck::makeFirst(std::string name, core::SecretText passphrase,
                              std::function<void(ui::FirstOperatorAnswer)> answer) {
    ask<ui::FirstOperatorAnswer>([name = std::move(name), passphrase = std::move(passphrase)](
                                     Worker& worker) { return worker.makeFirst(name, passphrase); },
                                 std::move(answer));
}

void OperatorCheck::remember(std::string name, core::Code position) {
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), name = std::move(name), position = std::move(position)] {
            worker->remember(name, position);
        },
        Qt::QueuedConnection);
}

} // namespace ob::app
