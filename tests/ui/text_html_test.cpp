// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/html.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

TEST(Html, TextStaysText) {
    EXPECT_EQ(escaped(QStringLiteral("<script>\"a\" & b</script>")),
              QStringLiteral("&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;"));
    EXPECT_EQ(escaped(QStringLiteral("三楼冒烟，E07")), QStringLiteral("三楼冒烟，E07"));
}

TEST(Html, NothingTurnsOrHidesWhatIsRead) {
    for (char16_t const code : {u'\u202e', u'\u2066', u'\u200b', QChar(7).unicode(), u'\u2028', u'\ufeff'})
        EXPECT_EQ(escaped(QStringLiteral("a") + QChar(code) + QStringLiteral("b")),
                  QStringLiteral("a\ufffdb"))
            << static_cast<unsigned>(code);
}

TEST(Html, AnElementHasItsClass) {
    EXPECT_EQ(element(QStringLiteral("td"), QStringLiteral("x"), QStringLiteral("who")),
              QStringLiteral("<td class=\"who\">x</td>"));
    EXPECT_EQ(element(QStringLiteral("p"), QStringLiteral("x")), QStringLiteral("<p>x</p>"));
}

} // namespace
} // namespace ob::ui
