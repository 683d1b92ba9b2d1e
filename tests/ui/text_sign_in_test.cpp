// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/sign_in_text.h"

#include "tests/support/spoken_language.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

std::vector<QString> everything() {
    std::vector<core::Code> const positions{*core::Code::of("FD-1"), *core::Code::of("FD-2")};
    SignInAnswer wrong;
    wrong.wait = core::Duration::ofMilliseconds(4'001);
    return {signInText(wrong),
            waitText(core::Duration::ofSeconds(65)),
            passphraseOfText(QStringLiteral("王")),
            signInRequiredText(),
            noPassphraseText(),
            rolesNotHeldText(8, 3),
            positionNotHeldText(positions),
            notInChargeText(),
            signInEndedText(),
            noOperatorsText()};
}

TEST(SignInWords, areThereInBothLanguages) {
    auto const english = everything();
    test::SpokenLanguage const chinese("zh_CN");
    auto const translated = everything();
    for (std::size_t index = 0; index < english.size(); ++index) {
        EXPECT_FALSE(english[index].isEmpty());
        EXPECT_TRUE(test::hasHan(translated[index])) << english[index].toStdString();
        EXPECT_NE(english[index], translated[index]);
    }
}

TEST(SignInWords, nameWhatIsLackingAndWhatIsThere) {
    EXPECT_TRUE(
        rolesNotHeldText(8, 3).contains(QStringLiteral("the role supervisor, only call-taker, dispatcher")));
    EXPECT_TRUE(positionNotHeldText({*core::Code::of("FD-1")}).contains(QStringLiteral("FD-1")));
    EXPECT_TRUE(waitText(core::Duration::ofMilliseconds(64'001)).contains(QStringLiteral("01:05")));
}

TEST(SignInWords, positionsAreAnyWhereNoneIsNamed) {
    auto const fd1 = *core::Code::of("FD-1");
    EXPECT_TRUE(mayTake({}, fd1));
    EXPECT_TRUE(mayTake({fd1}, fd1));
    EXPECT_FALSE(mayTake({*core::Code::of("FD-2")}, fd1));
}

} // namespace
} // namespace ob::ui
