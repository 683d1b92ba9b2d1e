// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/operator_check.h"

#include "app/files.h"
#include "app/operator_roles.h"
#include "app/sign_in_check.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QThread>

namespace ob::app {
namespace {

using Outcome = ui::SignInAnswer::Outcome;
using First = ui::FirstOperatorAnswer::Outcome;
constexpr core::PassphraseCost cheap{.operations = 1, .memoryBytes = 8u << 10};
constexpr auto supervisor = static_cast<std::uint8_t>(core::Role::Supervisor);

class OperatorCheckTest : public testing::Test {
  protected:
    void add(std::string name, std::string_view passphrase, core::PassphraseCost cost = cheap) {
        file.change([&](OperatorList& list) {
            list.add({.name = std::move(name),
                      .roles = supervisor,
                      .passphrase = newPassphrase(passphrase, cost)});
        });
    }
    /// Asks and waits for the answer, which comes on this thread and never at once.
    template<class Answer, class Ask>
    Answer asked(Ask ask) {
        std::optional<Answer> heard;
        QThread* thread = nullptr;
        ask([&](Answer answer) {
            heard = std::move(answer);
            thread = QThread::currentThread();
        });
        EXPECT_FALSE(heard) << "an answer comes later";
        QEventLoop loop;
        for (QDeadlineTimer const limit(20'000); !heard && !limit.hasExpired();)
            loop.processEvents(QEventLoop::AllEvents, 50);
        EXPECT_EQ(thread, QThread::currentThread());
        return heard.value_or(Answer());
    }
    ui::OperatorRoster roster() {
        return asked<ui::OperatorRoster>([&](auto answer) { check->list(answer); });
    }
    ui::SignInAnswer signIn(std::string_view name, std::string_view passphrase) {
        return asked<ui::SignInAnswer>(
            [&](auto answer) { check->check(std::string(name), core::SecretText(passphrase), answer); });
    }
    ui::FirstOperatorAnswer makeFirst(std::string_view name, std::string_view passphrase) {
        return asked<ui::FirstOperatorAnswer>(
            [&](auto answer) { check->makeFirst(std::string(name), core::SecretText(passphrase), answer); });
    }

    tests::TemporaryDirectory directory;
    OperatorFile file{directory.path()};
    std::unique_ptr<OperatorCheck> check = std::make_unique<OperatorCheck>(directory.path(), cheap);
};

TEST_F(OperatorCheckTest, whoKnowsThePassphraseHasTheOwnRolesAndNoOthers) {
    add("王", "correct horse");
    auto const answer = signIn("王", "correct horse");
    EXPECT_EQ(answer.outcome, Outcome::Accepted);
    EXPECT_EQ(answer.roles, supervisor);
    EXPECT_EQ(answer.name, QStringLiteral("王"));
}

TEST_F(OperatorCheckTest, anAnswerDoesNotTellWhichPartWasWrong) {
    add("wang", "correct horse");
    add("li", "battery staple");
    file.change([](OperatorList& list) { list.setActive("li", false); });
    for (auto const& [name, passphrase] :
         {std::pair("wang", "correct hors"), std::pair("zhao", "correct horse"),
          std::pair("li", "battery staple")}) {
        auto const answer = signIn(name, passphrase);
        EXPECT_EQ(answer.outcome, Outcome::Wrong) << name;
        EXPECT_EQ(answer.roles, 0);
        EXPECT_EQ(answer.name, QString());
        EXPECT_EQ(answer.wait, core::Duration());
    }
}

TEST_F(OperatorCheckTest, fiveMistakesMakeTheNextOneWaitEvenWhenItIsRight) {
    add("wang", "correct horse");
    for (int attempt = 0; attempt < 4; ++attempt)
        EXPECT_EQ(signIn("wang", "x").wait, core::Duration());
    EXPECT_GT(signIn("wang", "x").wait, core::Duration());
    auto const answer = signIn("wang", "correct horse");
    EXPECT_EQ(answer.outcome, Outcome::Wait);
    EXPECT_GT(answer.wait, core::Duration());
    EXPECT_EQ(answer.roles, 0);
}

TEST_F(OperatorCheckTest, mistakesMadeElsewhereAtTheSameDeskCount) {
    add("wang", "correct horse");
    for (int attempt = 0; attempt < 3; ++attempt)
        SignInCheck(directory.path(), cheap).check("wang", core::SecretText("x"));
    EXPECT_EQ(signIn("wang", "x").wait, core::Duration());
    EXPECT_GT(signIn("wang", "x").wait, core::Duration()) << "the fifth";
    EXPECT_EQ(SignInCheck(directory.path(), cheap).check("wang", core::SecretText("correct horse")).outcome,
              Outcome::Wait);
}

TEST_F(OperatorCheckTest, aDiskThatTakesNothingKeepsNobodyOut) {
    add("wang", "correct horse");
    std::filesystem::create_directory(directory.path() / "failed-sign-ins.lock"); // cannot be locked
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Accepted);
    for (int attempt = 0; attempt < 5; ++attempt)
        signIn("wang", "x");
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Wait) << "it counts by itself";
}

TEST_F(OperatorCheckTest, whatWasChangedElsewhereCountsAtOnce) {
    add("wang", "correct horse");
    add("li", "battery staple");
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Accepted);
    file.change([](OperatorList& list) { list.setActive("wang", false); });
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Wrong);
    auto const shown = roster();
    ASSERT_EQ(shown.active.size(), 1u);
    EXPECT_EQ(shown.active.front().name, QStringLiteral("li"));
}

TEST_F(OperatorCheckTest, aPassphraseKeptAtAnOldCostIsKeptAnew) {
    core::PassphraseCost const older{.operations = 2, .memoryBytes = 16u << 10};
    add("wang", "correct horse", older);
    EXPECT_EQ(signIn("wang", "wrong horse").outcome, Outcome::Wrong);
    EXPECT_TRUE(file.read()->find("wang")->passphrase.isOutdated(cheap));
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Accepted);
    EXPECT_FALSE(file.read()->find("wang")->passphrase.isOutdated(cheap));
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Accepted);
}

TEST_F(OperatorCheckTest, theFirstOperatorIsMadeOnceAndHasAllRoles) {
    EXPECT_EQ(roster().state, ui::OperatorRoster::State::Empty);
    EXPECT_EQ(makeFirst("", "correct horse").outcome, First::BadName);
    EXPECT_EQ(makeFirst("wang", "short").outcome, First::BadPassphrase);
    EXPECT_FALSE(file.read());
    auto const made = makeFirst("wang", "correct horse");
    EXPECT_EQ(made.outcome, First::Made);
    EXPECT_EQ(made.roles, allRoles);
    EXPECT_EQ(signIn("wang", "correct horse").roles, allRoles);
    EXPECT_EQ(makeFirst("li", "battery staple").outcome, First::NotFirst);
    EXPECT_EQ(file.read()->all().size(), 1u);
}

TEST_F(OperatorCheckTest, aDamagedListLetsNobodyInAndMakesNobody) {
    writeFile(file.path(), core::viewOf("{"));
    EXPECT_EQ(roster().state, ui::OperatorRoster::State::Unreadable);
    EXPECT_FALSE(roster().reason.isEmpty());
    EXPECT_EQ(signIn("wang", "correct horse").outcome, Outcome::Unreadable);
    EXPECT_EQ(makeFirst("wang", "correct horse").outcome, First::Failed);
    EXPECT_EQ(readFile(file.path()), core::Bytes{'{'});
}

TEST_F(OperatorCheckTest, remembersThePositionForTheNextStart) {
    add("wang", "correct horse");
    EXPECT_EQ(roster().lastPosition, QString());
    check->remember("wang", *core::Code::of("FD-1"));
    EXPECT_EQ(roster().lastPosition, QStringLiteral("FD-1"));
    check = std::make_unique<OperatorCheck>(directory.path(), cheap);
    EXPECT_EQ(roster().lastPosition, QStringLiteral("FD-1"));
    EXPECT_EQ(roster().lastName, QStringLiteral("wang"));
}

TEST_F(OperatorCheckTest, nothingIsAnsweredOnceItIsGone) {
    add("wang", "correct horse");
    bool isHeard = false;
    check->check("wang", core::SecretText("correct horse"), [&](auto const&) { isHeard = true; });
    check.reset();
    QEventLoop().processEvents();
    EXPECT_FALSE(isHeard);
}

} // namespace
} // namespace ob::app
