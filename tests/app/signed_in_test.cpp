// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/recorded_file.h"
#include "app/files.h"
#include "app/sign_in_check.h"
#include "net/control_client.h"
#include "tests/app/desk_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <fstream>

#include <sys/stat.h>

namespace ob::app {
namespace {

using testing::HasSubstr;
using tests::FakeProgram;

constexpr core::PassphraseCost cheap{.operations = 1, .memoryBytes = 8u << 10};
constexpr auto dispatcher = static_cast<std::uint8_t>(core::Role::Dispatcher);
constexpr auto supervisor = static_cast<std::uint8_t>(core::Role::Supervisor);

QString q(std::string const& text) { return QString::fromStdString(text); }

/// A desk at which 王 is a dispatcher and Li their supervisor; both passphrases are in files.
class SignedInTest : public testing::Test {
  protected:
    void SetUp() override {
        add("王", dispatcher, "correct horse");
        add("Li", supervisor | dispatcher, "battery staple");
        keep("wrong", "correct hors");
        desk.start();
    }
    void add(std::string const& name, unsigned roles, std::string const& passphrase) {
        OperatorFile(desk.data()).change([&](OperatorList& list) {
            list.add({.name = name,
                      .roles = static_cast<std::uint8_t>(roles),
                      .passphrase = newPassphrase(passphrase, cheap)});
        });
        keep(name, passphrase);
    }
    void keep(std::string const& name, std::string const& passphrase) {
        std::ofstream(desk.folder() / name) << passphrase << '\n';
    }
    QString file(std::string const& name) const { return q((desk.folder() / name).string()); }
    QStringList as(std::string const& name, std::string const& passphrase) const {
        return {q("--operator"), q(name), q("--passphrase-file"), file(passphrase)};
    }
    QStringList wang() const { return as("王", "王"); }
    QStringList li() const { return as("Li", "Li"); }

    struct Answer {
        int code;
        std::string out, error;
    };
    /// `name` may be of several words.
    Answer run(std::string const& name, QStringList const& rest, std::string const& input = {}) {
        FakeProgram program;
        program.say(input);
        program.endInput();
        QStringList const given =
            q(name).split(QLatin1Char(' ')) + QStringList{q("--data"), q(desk.data().string())} + rest;
        int const code = program.run(given);
        return {code, program.out, program.error};
    }
    Answer open(QStringList const& who) {
        return run("do", QStringList{q("NI FIRE-VEH Main St 1"), q("--confirm")} + who);
    }
    /// The code of its refusal.
    std::string refusal(std::string const& name, QStringList const& rest) {
        auto const answer = run(name, rest + QStringList{q("--json")});
        EXPECT_EQ(answer.code, 1) << answer.out << answer.error;
        auto const line = QByteArray::fromStdString(answer.out.substr(0, answer.out.find('\n')));
        return QJsonDocument::fromJson(line)
            .object()[q("refusal")]
            .toObject()[q("code")]
            .toString()
            .toStdString();
    }
    std::size_t incidents() {
        auto const shown = run("show", {q("incidents"), q("--json"), q("--all")}).out;
        return static_cast<std::size_t>(std::ranges::count(shown, '\n'));
    }

    tests::DeskThread desk;
};

TEST_F(SignedInTest, nobodyActsWithoutSigningInAlsoWhereNoDeskRuns) {
    std::ofstream(desk.folder() / "photo.jpg") << "x";
    writeRecordedFile(desk.folder() / "recorded.csv", 1);
    for (bool const isRunning : {true, false}) {
        if (!isRunning) desk.stop();
        EXPECT_EQ(refusal("do", {q("NI FIRE-VEH Main St 1")}), "signInRequired");
        EXPECT_EQ(refusal("do", {q("NI FIRE-VEH Main St 1"), q("--role"), q("supervisor")}),
                  "signInRequired");
        EXPECT_EQ(refusal("attach", {q("1000"), file("photo.jpg")}), "signInRequired");
        EXPECT_EQ(refusal("forget", {q("--class"), q("personal"), q("20260101-1000")}), "signInRequired");
        EXPECT_EQ(refusal("policy dispatch", {q("--to"), q("FD"), q("--grant"), q("own")}), "signInRequired");
        EXPECT_EQ(refusal("replay", {q("--format"), q("sffd"), file("recorded.csv")}), "signInRequired");
        EXPECT_THAT(open({}).error, HasSubstr("Say who you are with --operator NAME"));
        EXPECT_EQ(incidents(), 0u);
    }
}

TEST_F(SignedInTest, theRightPassphraseActsInThisName) {
    for (bool const isRunning : {true, false}) {
        if (!isRunning) desk.stop();
        auto const answer = open(wang());
        EXPECT_EQ(answer.code, 0) << answer.error << answer.out;
        EXPECT_EQ(answer.error, "");
    }
    EXPECT_EQ(incidents(), 2u);
    EXPECT_THAT(run("show", {q("timeline")}).out, HasSubstr("王"));
}

TEST_F(SignedInTest, wrongOnesAreSlowedAndCountedWithThoseOfTheConsole) {
    SignInCheck console(desk.data(), cheap);
    for (int attempt = 0; attempt < 3; ++attempt)
        console.check("王", core::SecretText("x"));
    EXPECT_EQ(refusal("do", QStringList{q("?")} + as("王", "wrong")), "wrongPassphrase");
    auto const fifth = open(as("王", "wrong"));
    EXPECT_EQ(fifth.code, 1);
    EXPECT_THAT(fifth.error, HasSubstr("Name or passphrase is wrong."));
    EXPECT_THAT(fifth.error, HasSubstr("00:05"));
    EXPECT_EQ(refusal("do", QStringList{q("?")} + wang()), "tooManyAttempts");
    EXPECT_EQ(console.check("王", core::SecretText("correct horse")).outcome,
              ui::SignInAnswer::Outcome::Wait);
    desk.stop();
    EXPECT_EQ(refusal("do", QStringList{q("?")} + wang()), "tooManyAttempts");
    EXPECT_EQ(open(li()).code, 0) << "it concerns one name";
}

TEST_F(SignedInTest, nothingTellsWhetherThereIsSuchAName) {
    EXPECT_EQ(refusal("do", QStringList{q("?")} + as("Zhao", "王")), "wrongPassphrase");
    EXPECT_EQ(open(as("Zhao", "王")).error, open(as("王", "wrong")).error);
    OperatorFile(desk.data()).change([](OperatorList& list) { list.setActive("王", false); });
    EXPECT_EQ(open(wang()).error, open(as("王", "wrong")).error);
}

TEST_F(SignedInTest, rolesAreThoseOfTheRecord) {
    EXPECT_EQ(refusal("do", QStringList{q("?"), q("--role"), q("dispatcher,supervisor")} + wang()),
              "roleNotHeld");
    auto const answer = run("do", QStringList{q("?"), q("--role"), q("supervisor")} + wang());
    EXPECT_THAT(answer.error, HasSubstr("does not have the role supervisor, only dispatcher"));
    auto const withhold = QStringList{q("--to"), q("FD"), q("--withhold")};
    // Without --role those that the record gives: the rules refuse what they are not enough for.
    EXPECT_EQ(refusal("policy positions", withhold + wang()), "roleRequired");
    EXPECT_EQ(refusal("policy positions", withhold + li()), "badArgument") << "the role is enough";
    EXPECT_EQ(refusal("policy positions", withhold + li() + QStringList{q("--role"), q("dispatcher")}),
              "roleRequired");
    OperatorFile(desk.data()).change([](OperatorList& list) { list.setRoles("王", supervisor); });
    EXPECT_EQ(refusal("policy positions", withhold + wang()), "badArgument") << "it was changed meanwhile";
}

TEST_F(SignedInTest, positionsAreThoseOfTheRecordWhereItHasSome) {
    EXPECT_EQ(open(wang() + QStringList{q("--position"), q("ANY-1")}).code, 0);
    OperatorFile(desk.data()).change([](OperatorList& list) {
        list.setPositions("王", {*core::Code::of("FD-1"), *core::Code::of("FD-2")});
    });
    EXPECT_EQ(refusal("do", QStringList{q("?"), q("--position"), q("ANY-1")} + wang()), "positionNotHeld");
    auto const answer = run("do", QStringList{q("?"), q("--position"), q("ANY-1")} + wang());
    EXPECT_THAT(answer.error, HasSubstr("works from FD-1, FD-2 only"));
    EXPECT_EQ(open(wang() + QStringList{q("--position"), q("FD-2")}).code, 0);
    EXPECT_EQ(open(wang()).code, 0);
    EXPECT_THAT(run("show", {q("timeline")}).out, HasSubstr("FD-1")) << "the first when none is said";
}

TEST_F(SignedInTest, aFileOfAnotherSystemIsTakenInNobodysName) {
    std::ofstream(desk.folder() / "file.csv")
        << "number,unit,unit kind,type,priority,address,received,opened,dispatched,cleared\n"
        << "1,E1,ENGINE,FIRE-VEH,2,Main St,,2025-06-01 08:00:00,2025-06-01 08:05:00,2025-06-01 08:30:00\n";
    QStringList const plain{q("--format"), q("plain"), file("file.csv")};
    EXPECT_EQ(refusal("import", plain + QStringList{q("--role"), q("supervisor")}), "signInRequired");
    EXPECT_EQ(refusal("import", plain + QStringList{q("--position"), q("FD-1")}), "signInRequired");
    EXPECT_EQ(refusal("import", plain + as("王", "wrong")), "wrongPassphrase");
    EXPECT_EQ(run("import", plain).code, 0);
    EXPECT_EQ(incidents(), 1u);
}

TEST_F(SignedInTest, aShiftStandsForNameAndPassphrase) {
    QStringList const session{q("--session"), file("shift")};
    auto const begin = QStringList{q("--out"), file("shift"), q("--position"), q("FD-1")};
    EXPECT_EQ(refusal("sign-in", begin + as("王", "wrong")), "wrongPassphrase");
    EXPECT_FALSE(std::filesystem::exists(desk.folder() / "shift"));
    EXPECT_EQ(run("sign-in", begin + wang()).code, 0);
    struct stat status{};
    ASSERT_EQ(::stat((desk.folder() / "shift").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    EXPECT_EQ(run("sign-in", begin + li()).code, 2) << "a file that is there is left as it is";

    EXPECT_EQ(open(session).code, 0);
    EXPECT_THAT(run("show", {q("timeline")}).out, HasSubstr("王"));
    EXPECT_EQ(refusal("do", QStringList{q("?"), q("--role"), q("supervisor")} + session), "roleNotHeld");
    EXPECT_EQ(run("do", QStringList{q("?")} + session + li()).code, 2) << "it says who it is";

    std::filesystem::copy_file(desk.folder() / "shift", desk.folder() / "copy");
    EXPECT_EQ(run("sign-out", session).code, 0);
    EXPECT_FALSE(std::filesystem::exists(desk.folder() / "shift"));
    EXPECT_EQ(refusal("do", {q("?"), q("--session"), file("copy")}), "signInEnded");
    EXPECT_EQ(run("sign-out", {q("--session"), file("Li")}).code, 2) << "it is no token";
    EXPECT_TRUE(std::filesystem::exists(desk.folder() / "Li"));
}

TEST_F(SignedInTest, aShiftEndsWithTheDeskTheRolesOrThePassphrase) {
    QStringList const session{q("--session"), file("shift")};
    EXPECT_EQ(run("sign-in", QStringList{q("--out"), file("shift")} + li()).code, 0);
    OperatorFile(desk.data()).change([](OperatorList& list) {
        list.setRoles("王", supervisor);
        list.setRoles("Li", dispatcher);
    });
    EXPECT_EQ(refusal("do", QStringList{q("?"), q("--role"), q("supervisor")} + session), "roleNotHeld");
    EXPECT_EQ(open(session).code, 0);
    desk.stop();
    EXPECT_EQ(refusal("do", QStringList{q("?")} + session), "signInEnded");
    EXPECT_EQ(run("sign-in", QStringList{q("--out"), file("other")} + li()).code, 2) << "no desk is running";
}

TEST_F(SignedInTest, aRequestCannotNameAnotherListOfOperators) {
    std::filesystem::create_directory(desk.folder() / "empty");
    auto client = net::ControlClient::connect(desk.data());
    ASSERT_TRUE(client);
    client->send(
        frameOf(ControlRequest{.arguments = {q("do"), q("--data"), file("empty"), q("NI FIRE-VEH Main St 1")},
                               .folder = desk.folder().string(),
                               .language = "en",
                               .version = servedProgram().version}));
    net::Frame frame;
    std::string said;
    while (client->receive(frame, core::Duration::ofMilliseconds(60'000)) == net::ControlClient::Heard::Frame)
        said += textOf(frame);
    EXPECT_THAT(said, HasSubstr("This desk has operators"));
    EXPECT_EQ(incidents(), 0u);
}

TEST_F(SignedInTest, aProgramThatGoesInsteadOfProvingItselfCountsNothing) {
    for (int times = 0; times < 6; ++times) {
        auto client = net::ControlClient::connect(desk.data());
        ASSERT_TRUE(client);
        client->send(
            frameOf(ControlRequest{.arguments = desk.command(q("do"), {q("?"), q("--operator"), q("王")}),
                                   .folder = desk.folder().string(),
                                   .language = "en",
                                   .version = servedProgram().version}));
        net::Frame frame;
        ASSERT_EQ(client->receive(frame, core::Duration::ofMilliseconds(60'000)),
                  net::ControlClient::Heard::Frame);
        EXPECT_EQ(static_cast<ControlFrame>(frame.type), ControlFrame::WantSecret);
        if (times == 0) client->send(frameOf(ControlFrame::Secret, std::string(2000, 'x')));
    }
    EXPECT_EQ(open(wang()).code, 0);
}

TEST_F(SignedInTest, operatorsAreChangedByWhoeverIsInCharge) {
    auto const changed = [&](std::string const& what, QStringList const& rest) {
        auto const answer = run("operator " + what, rest, "a new passphrase\n");
        return std::to_string(answer.code) + answer.error;
    };
    QStringList const roles{q("王"), q("--roles"), q("supervisor")};
    QStringList const zhao{q("Zhao"), q("--roles"), q("admin"), q("--positions"), q("FD-9")};
    EXPECT_THAT(changed("roles", roles), HasSubstr("1oneboardctl: This desk has operators"));
    EXPECT_THAT(changed("roles", roles + wang()), HasSubstr("1oneboardctl: Only a supervisor"));
    EXPECT_THAT(changed("positions", QStringList{q("王"), q("--positions"), q("FD-1")} + wang()),
                HasSubstr("Only a supervisor"));
    EXPECT_THAT(changed("passphrase", QStringList{q("Li")} + wang()), HasSubstr("Only a supervisor"));
    EXPECT_THAT(changed("deactivate", QStringList{q("Li")} + wang()), HasSubstr("Only a supervisor"));
    EXPECT_THAT(changed("add", zhao + wang()), HasSubstr("Only a supervisor"));
    EXPECT_EQ(OperatorFile(desk.data()).read()->find("王")->roles, dispatcher);
    EXPECT_EQ(changed("passphrase", QStringList{q("王")} + wang()), "0");
    keep("new", "a new passphrase");
    EXPECT_EQ(open(wang()).code, 1);
    EXPECT_EQ(open(as("王", "new")).code, 0);
    EXPECT_EQ(changed("roles", roles + li()), "0");
    EXPECT_EQ(changed("add", zhao + li()), "0");
    EXPECT_EQ(OperatorFile(desk.data()).read()->find("Zhao")->positions,
              std::vector{*core::Code::of("FD-9")});
}

TEST(WithoutOperators, nobodySignsIn) {
    tests::DeskThread desk;
    desk.start();
    FakeProgram program;
    EXPECT_EQ(program.run(desk.command(q("do"), {q("NI FIRE-VEH Main St 1"), q("--operator"), q("王"),
                                                 q("--role"), q("supervisor")})),
              0)
        << program.error;
    EXPECT_EQ(program.run(desk.command(q("sign-in"), {q("--operator"), q("王"), q("--out"),
                                                      q((desk.folder() / "shift").string())})),
              1);
    EXPECT_THAT(program.error, HasSubstr("has no operators"));
}

} // namespace
} // namespace ob::app
