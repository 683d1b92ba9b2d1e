// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/control_service.h"

#include "app/ctl/recorded_file.h"
#include "net/control_client.h"
#include "tests/app/desk_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace ob::app {
namespace {

using testing::HasSubstr;
using tests::Beside;
using tests::FakeProgram;

QString q(char const* text) { return QString::fromUtf8(text); }

constexpr char header[] = "number,unit,unit kind,type,priority,address,received,opened,dispatched,cleared\n";
std::string row(int number) {
    return std::to_string(number) + ",E" + std::to_string(number)
           + ",ENGINE,FIRE-VEH,2,Main St,,2025-06-01 08:00:00,2025-06-01 08:05:00,2025-06-01 08:30:00\n";
}

class ControlServiceTest : public testing::Test {
  protected:
    void SetUp() override { desk.start(); }

    std::string run(QString const& name, QStringList const& rest, int code = 0) {
        FakeProgram program;
        EXPECT_EQ(program.run(desk.command(name, rest)), code) << program.error << program.out;
        return program.out + program.error;
    }
    std::string open(char const* address) { return run(q("do"), {q("NI FIRE-VEH ") + q(address)}); }
    QStringList importing() const {
        return desk.command(q("import"), {q("--json"), q("--format"), q("plain"), q("-")});
    }
    std::string recordedFile(std::size_t rows) const {
        auto const file = desk.folder() / "recorded.csv";
        writeRecordedFile(file, rows);
        return file.string();
    }
    /// Until one has had its first turn.
    void waitForJob() {
        for (std::size_t jobs = 0; jobs == 0;)
            desk.ask([&](DeskHost&, ControlService& service) { jobs = service.jobs(); });
        desk.ask([](DeskHost&, ControlService&) {}); // its turn was due before this
    }
    /// A request as another program may send it.
    std::optional<net::ControlClient> asked(QStringList const& arguments, std::string version = "") {
        auto client = net::ControlClient::connect(desk.data());
        if (version.empty()) version = servedProgram().version;
        if (client)
            client->send(frameOf(ControlRequest{.arguments = arguments,
                                                .folder = desk.folder().string(),
                                                .language = "en",
                                                .version = version}));
        return client;
    }
    /// What it is told until the exit code, which stands at the end.
    static std::string answerTo(net::ControlClient& client) {
        std::string text;
        net::Frame frame;
        while (client.receive(frame, core::Duration::ofMilliseconds(60'000))
               == net::ControlClient::Heard::Frame) {
            if (static_cast<ControlFrame>(frame.type) == ControlFrame::Exit)
                return text + "exit " + std::to_string(frame.payload.front());
            text += textOf(frame);
        }
        return text + "end";
    }

    tests::DeskThread desk;
};

TEST_F(ControlServiceTest, DoesACommandAndShowsTheSameAsWithoutARunningDesk) {
    EXPECT_THAT(open("Main St 1"), HasSubstr("Main St 1"));
    EXPECT_THAT(run(q("do"), {q("NONSENSE")}, 1), testing::Not(testing::IsEmpty()));
    std::vector<std::string> shown[2];
    for (auto& each : shown) {
        for (char const* const what : {"incidents", "units", "logs", "timeline", "board"})
            for (auto const& form : {QStringList(), QStringList{q("--json")}})
                each.push_back(run(q("show"), QStringList{q(what)} + form));
        each.push_back(run(q("show"), {q("timeline"), q("9999999")}, 2));
        each.push_back(run(q("show"), {}, 2));
        desk.stop();
    }
    EXPECT_EQ(shown[0], shown[1]);
    EXPECT_THAT(shown[0][0], HasSubstr("Main St 1"));
}

TEST_F(ControlServiceTest, AnswersLineByLineToSeveralAtOnce) {
    Beside one(desk.command(q("do"), {q("-")}));
    Beside two(desk.command(q("do"), {q("-")}));
    one.program().say("NI FIRE-VEH First St 1\nNI FIRE-VEH Sec");
    EXPECT_TRUE(one.says("First St 1"));
    two.program().say("NI FIRE-VEH Third St 3\n");
    EXPECT_TRUE(two.says("Third St 3"));
    one.program().say("ond St 2\n");
    EXPECT_TRUE(one.says("Second St 2"));
    two.program().say("NONSENSE");
    two.program().endInput();
    EXPECT_EQ(two.code(), 1);
    one.program().endInput();
    EXPECT_EQ(one.code(), 0);
}

TEST_F(ControlServiceTest, ImportsWhileOthersWork) {
    Beside import(importing());
    import.program().say(header);
    for (int number = 1; number <= 300; ++number)
        import.program().say(row(number));
    waitForJob();
    FakeProgram second;
    second.endInput();
    EXPECT_EQ(second.run(importing()), 3);
    EXPECT_THAT(second.error, HasSubstr("an import or replay is at work"));
    EXPECT_THAT(open("Other St 1"), HasSubstr("Other St 1"));
    import.program().say(row(301));
    import.program().endInput();
    EXPECT_EQ(import.code(), 0);
    EXPECT_THAT(import.program().out, HasSubstr(R"("made":301)"));
    EXPECT_THAT(run(q("show"), {q("incidents"), q("--all")}), HasSubstr("Other St 1"));
    second.error.clear();
    second.run(importing());
    EXPECT_EQ(second.error, "") << "the other one is over";
}

TEST_F(ControlServiceTest, AnswersDuringALongImport) {
    Beside import(desk.command(
        q("import"), {q("--json"), q("--format"), q("sffd"), QString::fromStdString(recordedFile(3000))}));
    waitForJob();
    std::size_t answers = 0;
    for (std::size_t jobs = 1; jobs > 0; answers += jobs) { // the import is the one that is left
        run(q("do"), {q("?")});
        desk.ask([&](DeskHost&, ControlService& service) { jobs = service.jobs(); });
    }
    EXPECT_EQ(import.code(), 0) << import.program().error << import.program().out;
    EXPECT_THAT(import.program().out, HasSubstr(R"("made":3000)"));
    EXPECT_GT(answers, 3U);
}

TEST_F(ControlServiceTest, EndsAReplayThatIsInterrupted) {
    Beside replay(desk.command(q("replay"), {q("--json"), q("--format"), q("sffd"), q("--follow"),
                                             QString::fromStdString(recordedFile(20))}));
    EXPECT_TRUE(replay.says("command"));
    open("Other St 1");
    replay.program().askForStop();
    replay.code();
    EXPECT_THAT(replay.program().out, HasSubstr(R"("ended":true)"));
}

TEST_F(ControlServiceTest, EndsWhatIsAtWorkWhenTheDeskEnds) {
    Beside replay(desk.command(q("replay"), {q("--json"), q("--format"), q("sffd"), q("--follow"),
                                             QString::fromStdString(recordedFile(20))}));
    Beside watch(desk.command(q("watch"), {}));
    EXPECT_TRUE(replay.says("command"));
    EXPECT_TRUE(watch.says("watching"));
    desk.stop();
    replay.code();
    EXPECT_THAT(replay.program().out, HasSubstr(R"("ended":true)"));
    EXPECT_EQ(watch.code(), 0);
}

TEST_F(ControlServiceTest, TellsChangesAsTheyHappen) {
    Beside watch(desk.command(q("watch"), {q("--json")}));
    ASSERT_TRUE(watch.says("watching"));
    open("Main St 1");
    EXPECT_TRUE(watch.says("Main St 1"));
    watch.program().askForStop();
    EXPECT_EQ(watch.code(), 0);
    EXPECT_THAT(watch.program().out, HasSubstr(R"("kind":"incident")"));
    EXPECT_THAT(watch.program().out, HasSubstr(R"("at":"20)"));
    desk.stop();
    EXPECT_THAT(run(q("watch"), {}, 2), HasSubstr("no desk is running"));
}

TEST_F(ControlServiceTest, GoesOnWhenAProgramIsGone) {
    for (auto const& arguments :
         {desk.command(q("do"), {q("-")}), desk.command(q("watch"), {}), importing()}) {
        auto client = asked(arguments);
        ASSERT_TRUE(client);
        net::Frame frame;
        client->receive(frame, core::Duration::ofMilliseconds(60'000));
    }
    for (std::size_t left = 1; left > 0;)
        desk.ask([&](DeskHost&, ControlService& service) { left = service.jobs(); });
    EXPECT_THAT(open("Main St 1"), HasSubstr("Main St 1"));
}

TEST_F(ControlServiceTest, FindsFilesFromWhereTheProgramStands) {
    std::ofstream(desk.folder() / "file.csv") << header << row(1);
    auto client = asked(desk.command(q("import"), {q("--format"), q("plain"), q("file.csv")}));
    ASSERT_TRUE(client);
    auto const answer = answerTo(*client);
    EXPECT_THAT(answer, HasSubstr("file.csv\n"));
    EXPECT_THAT(answer, testing::EndsWith("exit 0"));
    client = asked(desk.command(q("import"), {q("--format"), q("plain"), q("none.csv")}));
    EXPECT_EQ(answerTo(*client), "oneboardctl: none.csv cannot be read: No such file or directory\nexit 3");
}

TEST_F(ControlServiceTest, RefusesWhatIsNotForIt) {
    auto client = asked(desk.command(q("export"), {q("--format"), q("csv")}));
    EXPECT_THAT(answerTo(*client), testing::EndsWith("exit 2"));
    client = asked({q("do"), q("--help")});
    EXPECT_THAT(answerTo(*client), testing::EndsWith("exit 0")) << "the desk is still there";
    client = asked(desk.command(q("show"), {q("board")}), "0.0.0");
    EXPECT_THAT(answerTo(*client), HasSubstr("use the same version\nexit 3"));
    for (auto const& frame : {frameOf(ControlFrame::Request, "{}"), frameOf(ControlFrame::Request, "rubbish"),
                              frameOf(ControlFrame::Input, "x"), net::Frame{.type = 99, .payload = {}}}) {
        client = net::ControlClient::connect(desk.data());
        client->send(frame);
        EXPECT_EQ(answerTo(*client), "end");
    }
    client = asked(desk.command(q("do"), {q("-")}));
    for (int times = 0; times < 3; ++times) // one is wanted
        client->send(frameOf(ControlFrame::Input, "\n"));
    EXPECT_THAT(answerTo(*client), testing::EndsWith("end"));
    EXPECT_THAT(open("Main St 1"), HasSubstr("Main St 1"));
}

} // namespace
} // namespace ob::app
