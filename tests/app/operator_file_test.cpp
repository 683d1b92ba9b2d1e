// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/operator_file.h"

#include "app/files.h"
#include "app/operator_roles.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace ob::app {
namespace {

using core::Role;
constexpr core::PassphraseCost cheap{.operations = 1, .memoryBytes = 8u << 10};

std::uint8_t bits(std::initializer_list<Role> roles) {
    std::uint8_t all = 0;
    for (auto const role : roles)
        all |= static_cast<std::uint8_t>(role);
    return all;
}

class OperatorFileTest : public testing::Test {
  protected:
    Operator person(std::string name, std::uint8_t roles) const {
        return {.name = std::move(name), .roles = roles, .passphrase = newPassphrase("correct horse", cheap)};
    }
    void add(std::string name, std::initializer_list<Role> roles) {
        file.change([&](OperatorList& list) { list.add(person(std::move(name), bits(roles))); });
    }
    /// The code of the refusal; empty when it was done.
    std::string refused(std::function<void(OperatorList&)> const& change) {
        try {
            file.change(change);
            return {};
        } catch (OperatorRefusal const& refusal) {
            return refusal.code();
        }
    }
    std::string text() const {
        auto const bytes = readFile(file.path());
        return {bytes.begin(), bytes.end()};
    }
    void write(std::string_view content) const { writeFile(file.path(), core::viewOf(content)); }

    tests::TemporaryDirectory m_directory;
    OperatorFile file{m_directory.path()};
};

TEST_F(OperatorFileTest, thereIsNoneAtFirst) { EXPECT_FALSE(file.read()); }

TEST_F(OperatorFileTest, keepsWhatWasSaid) {
    add("王 建国", {Role::Supervisor, Role::Dispatcher});
    add("李", {Role::CallTaker});
    file.change([](OperatorList& list) { list.setActive("李", false); });
    auto const list = file.read();
    ASSERT_TRUE(list);
    ASSERT_EQ(list->all().size(), 2u);
    auto const* const first = list->find("王 建国");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->roles, bits({Role::Supervisor, Role::Dispatcher}));
    EXPECT_TRUE(first->isActive);
    EXPECT_TRUE(first->passphrase.matches("correct horse"));
    EXPECT_FALSE(list->find("李")->isActive);
}

TEST_F(OperatorFileTest, keepsPositionsOfWhoHasSome) {
    add("wang", {Role::Supervisor});
    std::string const without = text();
    file.change([](OperatorList& list) {
        list.setPositions("wang", {*core::Code::of("FD-1"), *core::Code::of("FD-2")});
    });
    EXPECT_EQ(file.read()->find("wang")->positions,
              (std::vector{*core::Code::of("FD-1"), *core::Code::of("FD-2")}));
    EXPECT_EQ(refused([](OperatorList& list) {
                  list.setPositions("wang", {*core::Code::of("FD-1"), *core::Code::of("FD-1")});
              }),
              "samePosition");
    file.change([](OperatorList& list) { list.setPositions("wang", {}); });
    EXPECT_EQ(text(), without);
}

TEST_F(OperatorFileTest, isForItsOwnerAloneAndHoldsNoPassphrase) {
    add("wang", {Role::Admin});
    struct stat status{};
    ASSERT_EQ(::stat(file.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    EXPECT_EQ(text().find("correct horse"), std::string::npos);
    EXPECT_NE(text().find("$argon2id$"), std::string::npos);
}

TEST_F(OperatorFileTest, aNameIsThereOnceHoweverItIsWritten) {
    add("Wang", {Role::Admin});
    for (auto const* const same : {"Wang", "wang", "ＷＡＮＧ"})
        EXPECT_NE(file.read()->find(same), nullptr) << same;
    EXPECT_EQ(refused([&](OperatorList& list) { list.add(person("WANG", bits({Role::Admin}))); }),
              "nameTaken");
}

TEST_F(OperatorFileTest, refusesNamesThatCannotStandOnALine) {
    for (auto const& name : {std::string(), std::string(" wang"), std::string("a\nb"), std::string("\xff"),
                             std::string(257, 'x')})
        EXPECT_EQ(refused([&](OperatorList& list) { list.add(person(name, bits({Role::Admin}))); }),
                  "badName");
    EXPECT_EQ(refused([&](OperatorList& list) { list.add(person("wang", 0)); }), "noRole");
    EXPECT_FALSE(file.read()) << "nothing was written";
}

TEST_F(OperatorFileTest, somebodyStaysInCharge) {
    add("clerk", {Role::CallTaker});
    add("wang", {Role::Supervisor});
    auto const dropped = [](OperatorList& list) { list.setRoles("wang", bits({Role::CallTaker})); };
    auto const gone = [](OperatorList& list) { list.setActive("wang", false); };
    EXPECT_EQ(refused(dropped), "nobodyInCharge");
    EXPECT_EQ(refused(gone), "nobodyInCharge");
    EXPECT_EQ(file.read()->find("wang")->roles, bits({Role::Supervisor}));
    add("li", {Role::Admin});
    EXPECT_EQ(refused(gone), "");
    EXPECT_EQ(refused([](OperatorList& list) { list.setActive("li", false); }), "nobodyInCharge");
}

TEST_F(OperatorFileTest, saysWhoIsNotKnown) {
    add("wang", {Role::Admin});
    EXPECT_EQ(refused([](OperatorList& list) { list.setActive("zhao", false); }), "unknownOperator");
    EXPECT_EQ(refused([](OperatorList& list) { list.setRoles("wang", 0); }), "noRole");
}

TEST_F(OperatorFileTest, aDamagedFileIsRefusedAndLeftAsItIs) {
    add("wang", {Role::Admin});
    std::string const sound = text();
    auto const replaced = [&](std::string_view what, std::string_view by) {
        std::string changed = sound;
        return changed.replace(changed.find(what), what.size(), by);
    };
    for (auto const& damaged :
         {std::string(), std::string("[]"), sound.substr(0, sound.size() / 2),
          replaced("\"isActive\": true", "\"isActive\": 1"), replaced("\"admin\"", "\"emperor\""),
          replaced("$argon2id$", "$bcrypt$"), replaced("\"name\"", "\"nickname\""),
          replaced("\"version\": 1", "\"version\": 2"),
          replaced("\"isActive\": true", "\"isActive\": true, \"until\": 5"), replaced("\"wang\"", "\"\""),
          // Less than a list of positions must not become all positions.
          replaced("\"isActive\": true", "\"isActive\": true, \"positions\": []"),
          replaced("\"isActive\": true", "\"isActive\": true, \"positions\": \"FD-1\""),
          replaced("\"isActive\": true", "\"isActive\": true, \"positions\": [\"a b\"]")}) {
        write(damaged);
        EXPECT_THROW(static_cast<void>(file.read()), FileError) << damaged;
        EXPECT_THROW(add("li", {Role::Admin}), FileError) << damaged;
        EXPECT_EQ(text(), damaged);
    }
}

TEST_F(OperatorFileTest, tellsWhatIsWrongWithItAndWhatToDo) {
    write("{\"version\": 1, \"operators\": [], \"colour\": 3}");
    try {
        static_cast<void>(file.read());
        FAIL();
    } catch (FileError const& error) {
        std::string const what = error.what();
        EXPECT_NE(what.find("operators.json"), std::string::npos) << what;
        EXPECT_NE(what.find("colour"), std::string::npos) << what;
        EXPECT_NE(what.find("Restore it"), std::string::npos) << what;
    }
}

TEST_F(OperatorFileTest, everyRoleHasOneName) {
    EXPECT_EQ(namesOfRoles(allRoles).size(), 8u);
    for (auto const name : namesOfRoles(allRoles))
        EXPECT_EQ(namesOfRoles(static_cast<std::uint8_t>(*roleNamed(name))), std::vector{name});
    EXPECT_FALSE(roleNamed("emperor"));
}

TEST(NewPassphrase, hasALength) {
    EXPECT_THROW(newPassphrase("1234567", cheap), OperatorRefusal);
    EXPECT_THROW(newPassphrase(std::string(1025, 'x'), cheap), OperatorRefusal);
    EXPECT_TRUE(newPassphrase("一二三四五六七八", cheap).matches("一二三四五六七八"));
    EXPECT_THROW(newPassphrase("一二三四五六七", cheap), OperatorRefusal) << "characters, not bytes";
}

} // namespace
} // namespace ob::app
