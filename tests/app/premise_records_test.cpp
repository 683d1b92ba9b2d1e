// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/premise_records.h"

#include "core/store/connection.h"
#include "core/store/database.h"
#include "tests/app/desk_thread.h"
#include "tests/support/premise_builder.h"

#include <gmock/gmock.h>

#include <fstream>

namespace ob::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Others = PremiseRecords::Others;
using State = core::ContactAnswer::State;
using ob::test::premise;
using tests::FakeProgram;

QString q(char const* text) { return QString::fromUtf8(text); }

/// A running desk, and programs beside it.
class PremiseRecordsTest : public testing::Test {
  protected:
    void SetUp() override { desk.start(); }
    std::string run(QStringList const& rest, int code = 0) {
        FakeProgram program;
        EXPECT_EQ(program.run(QStringList{q("premise"), rest.front(), q("--data"),
                                          QString::fromStdString(desk.data().string())}
                              + rest.mid(1)),
                  code)
            << program.out << program.error;
        return program.out + program.error;
    }
    QString file(std::string const& text) {
        auto const path = desk.folder() / "places.csv";
        std::ofstream(path) << text;
        return QString::fromStdString(path.string());
    }
    std::size_t count() {
        std::size_t records = 0;
        desk.ask([&](DeskHost& host, ControlService&) { records = host.premises().book()->all().size(); });
        return records;
    }

    tests::DeskThread desk;
    std::string const two =
        "id,name,address,hazards,contact\na,Store,Main 1,LPG,warden 139\nb,Yard,Main 2,dog,\n";
};

TEST_F(PremiseRecordsTest, AreTakenAtARunningDeskWhichTellsItsScreen) {
    std::atomic<int> changes = 0;
    desk.ask([&](DeskHost& host, ControlService&) { host.premises().onChange([&] { ++changes; }); });
    EXPECT_THAT(run({q("import"), file(two)}), HasSubstr("2 places new, 0 replaced, 0 removed"));
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(count(), 2u);
    EXPECT_THAT(run({q("import"), file(two)}), HasSubstr("0 places new, 2 replaced"));
    EXPECT_THAT(run({q("list")}),
                testing::AllOf(HasSubstr("Store"), HasSubstr("Gas cylinders"), Not(HasSubstr("139"))));
    EXPECT_THAT(run({q("list"), q("--near"), q("Main 2")}),
                testing::AllOf(HasSubstr("Yard"), Not(HasSubstr("Store"))));
    desk.stop();
    desk.start();
    EXPECT_EQ(count(), 2u) << "after a new start";
    desk.ask([](DeskHost& host, ControlService&) { host.premises().onChange({}); });
}

TEST_F(PremiseRecordsTest, AFileWithABadRowIsNotTakenAtAll) {
    run({q("import"), file(two)});
    std::string const bad = "id,name,address,hazards\nc,New,Main 3,dog\nd,,Main 4,dog\ne,Bad,Main 5,dragon\n";
    auto const said = run({q("import"), q("--replace"), file(bad)}, exitProblem);
    EXPECT_THAT(said, testing::AllOf(HasSubstr("Line 3: There is no name"), HasSubstr("Line 4: dragon"),
                                     HasSubstr("Nothing was taken: 2 faults")));
    EXPECT_EQ(count(), 2u);
}

TEST_F(PremiseRecordsTest, ReplaceRemovesWhatIsNotInTheFileAndNeverByAnEmptyOne) {
    run({q("import"), file(two)});
    EXPECT_THAT(run({q("import"), q("--replace"), file("id,name,address,hazards\nb,Yard,Main 2,LPG\n")}),
                HasSubstr("0 places new, 1 replaced, 1 removed"));
    run({q("import"), q("--replace"), file("id,name,address,hazards\n")}, exitProblem);
    EXPECT_EQ(count(), 1u);
    EXPECT_THAT(run({q("remove"), q("b"), q("never")}, exitProblem), HasSubstr("never"));
    EXPECT_EQ(count(), 1u) << "nothing half removed";
    run({q("remove"), q("b")});
    EXPECT_EQ(count(), 0u);
}

TEST_F(PremiseRecordsTest, AContactIsToldToWhoMayAskAndTheAskingIsKept) {
    run({q("import"), file(two)});
    EXPECT_THAT(run({q("contact"), q("--operator"), q("Li"), q("--position"), q("FD-1"), q("a")}),
                HasSubstr("warden 139"));
    run({q("contact"), q("--operator"), q("Li"), q("--role"), q("auditor"), q("a")}, exitProblem);
    run({q("contact"), q("--operator"), q("Li"), q("b")}, exitProblem);
    run({q("contact"), q("a")}, exitUsage);
    auto const asked = run({q("asked")});
    EXPECT_THAT(asked, testing::AllOf(HasSubstr("Li"), HasSubstr("FD-1"), HasSubstr("Store")));
    EXPECT_EQ(std::ranges::count(asked, '\n'), 1) << "only what was answered";
    desk.ask([](DeskHost& host, ControlService&) {
        core::OperatorSession const nobody{.operatorName = {}, .position = {}, .roles = 0xff};
        EXPECT_EQ(host.premises().contact("a", nobody, {}).state, State::NotAllowed);
    });
}

TEST_F(PremiseRecordsTest, NothingIsToldThatCannotBeRecorded) {
    run({q("import"), file(two)});
    desk.ask([](DeskHost& host, ControlService&) {
        host.database().connection().run("CREATE TRIGGER full BEFORE INSERT ON contact_asking "
                                         "BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        core::OperatorSession const li{.operatorName = "Li", .position = {}, .roles = 0xff};
        auto const answer = host.premises().contact("a", li, {});
        EXPECT_EQ(answer.state, State::NotRecorded);
        EXPECT_THAT(answer.contact, IsEmpty());
        host.database().connection().run("DROP TRIGGER full");
    });
}

TEST_F(PremiseRecordsTest, VerifyNamesADamagedRecord) {
    run({q("import"), file(two)});
    desk.stop();
    auto const verify = [&](int code) {
        FakeProgram program;
        testing::internal::CaptureStdout();
        EXPECT_EQ(program.run(desk.command(q("verify"), {})), code);
        return testing::internal::GetCapturedStdout() + program.out;
    };
    EXPECT_THAT(verify(exitDone), HasSubstr("2 places: sound"));
    store::Connection({.file = (desk.data() / "desk.db").string()})
        .run("UPDATE premise SET record = 'x' WHERE key = 'b'");
    EXPECT_THAT(verify(exitProblem), testing::AllOf(HasSubstr("premise b"), HasSubstr("NOT SOUND")));
    desk.start();
    EXPECT_THAT(run({q("list")}), testing::AllOf(HasSubstr("Store"), HasSubstr("the record b is damaged")));
    run({q("import"), file(two)});
    EXPECT_THAT(run({q("list")}), Not(HasSubstr("damaged")));
}

TEST_F(PremiseRecordsTest, ADeskHoldsNoMoreThanItsLimit) {
    std::string rows = "id,name,address,hazards\n";
    for (std::size_t row = 0; row < core::maxPremises; ++row)
        rows += std::to_string(row) + ",P,Main " + std::to_string(row) + ",dog\n";
    run({q("import"), file(two)});
    EXPECT_THAT(run({q("import"), file(rows)}, exitProblem), HasSubstr("at most 20000"));
    EXPECT_EQ(count(), 2u);
    EXPECT_THAT(run({q("import"), q("--replace"), file(rows)}),
                HasSubstr("20000 places new, 0 replaced, 2 removed"));
}

} // namespace
} // namespace ob::app
