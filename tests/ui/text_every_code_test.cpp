// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Every code has words, in both languages, with nothing of the template left over.
#include "core/event_body.h"
#include "core/language/preview.h"
#include "core/restricted_parts.h"
#include "tests/support/desk_givens.h"
#include "tests/support/event_generators.h"
#include "tests/support/spoken_language.h"
#include "ui/text/conflict_text.h"
#include "ui/text/fact_text.h"
#include "ui/text/preview_text.h"
#include "ui/text/refusal_sentences.h"
#include "ui/text/refusal_text.h"
#include "ui/text/state_text.h"
#include "ui/text/timeline_text.h"
#include "ui/text/wording.h"

#include <gtest/gtest.h>

#include <set>

namespace ob::ui {
namespace {

using namespace core;

class TextInBothLanguages : public testing::TestWithParam<char const*> {
  protected:
    bool isChinese() const { return std::string(GetParam()) == "zh_CN"; }

    void expectWords(QString const& text) const {
        EXPECT_FALSE(text.trimmed().isEmpty());
        EXPECT_TRUE(test::isFilled(text)) << text.toStdString();
        EXPECT_TRUE(!isChinese() || test::hasHan(text)) << text.toStdString();
    }
    /// For texts that hold nothing typed and no name: English has no Han character in it.
    void expectPlainWords(QString const& text) const {
        expectWords(text);
        EXPECT_TRUE(isChinese() || !test::hasHan(text)) << text.toStdString();
    }

    Wording wording() {
        return wordingOf(m_givens.board, *m_givens.context.rules, m_givens.context.agencyCodes,
                         m_givens.zone);
    }

    test::SpokenLanguage m_language{GetParam()};
    test::DeskGivens m_givens;
};

INSTANTIATE_TEST_SUITE_P(Text, TextInBothLanguages, testing::Values("en", "zh_CN"),
                         [](auto const& each) { return std::string(each.param); });

TEST_P(TextInBothLanguages, every_refusal_says_what_happened_with_any_number_of_subjects) {
    std::set<QString> sentences;
    for (std::size_t index = 0; index < refusalCodeCount; ++index) {
        auto const code = static_cast<RefusalCode>(index);
        for (std::size_t count = 0; count < 5; ++count) {
            Refusal const refusal{code, std::vector<std::string>(count, "X1")};
            Wording const words = wording();
            expectPlainWords(refusalText(refusal));
            expectPlainWords(refusalText(refusal, &words));
        }
        sentences.insert(refusalText({code, {"A", "B", "C"}}));
    }
    EXPECT_EQ(sentences.size(), refusalCodeCount);
}

TEST_P(TextInBothLanguages, a_subject_that_looks_like_an_argument_stays_what_it_is) {
    EXPECT_TRUE(refusalText({RefusalCode::BadArgument, {"type", "%1%2"}}).contains(QLatin1String("%1%2")));
}

TEST_P(TextInBothLanguages, a_refusal_of_a_newer_version_has_a_sentence) {
    expectPlainWords(refusalText({static_cast<RefusalCode>(250), {"x"}}));
}

TEST_P(TextInBothLanguages, every_conflict_says_what_it_is_what_it_means_and_what_to_do) {
    for (auto const rule :
         {ConflictRule::ConcurrentValues, ConflictRule::OpenWon, ConflictRule::AssignedWon,
          ConflictRule::SeparateWon, ConflictRule::UnavailableWon, ConflictRule::DistressWon,
          ConflictRule::ConcurrentLeads, ConflictRule::DoubleAssignment, ConflictRule::DuplicateNumber,
          ConflictRule::DuplicateCallsign, ConflictRule::MergeCycle, ConflictRule::DispatchedUnavailable,
          ConflictRule::BuiltOnVoided}) {
        ConflictWords const words = wordsOf(rule);
        expectPlainWords(words.name);
        expectPlainWords(words.meaning);
        expectPlainWords(words.remedy);
    }
    for (std::uint8_t field = 1; field <= 7; ++field)
        expectPlainWords(fieldName(FieldOwner::Incident, field));
    EXPECT_TRUE(fieldName(FieldOwner::Unit, 200).isEmpty());
}

template<class State, std::size_t Count>
void forEachState(auto const& expect) {
    for (std::size_t number = 0; number < Count; ++number) {
        auto const state = static_cast<State>(number);
        expect(wordOf(state));
    }
}

TEST_P(TextInBothLanguages, every_state_has_a_word) {
    auto const expect = [this](QString const& word) { expectPlainWords(word); };
    forEachState<IncidentState, 6>(expect);
    forEachState<IncidentProgress, 6>(expect);
    forEachState<DutyState, 4>(expect);
    forEachState<AssignmentState, 12>(expect);
    forEachState<Channel, 8>(expect);
    forEachState<Source, 8>(expect);
    forEachState<DeliveryMeans, 5>(expect);
    forEachState<LinkRelation, 3>(expect);
    forEachState<DispatchGrant, 3>(expect);
    forEachState<Verdict, 4>(expect);
    EXPECT_EQ(wordOf(Priority::P1), QLatin1String("P1"));
}

TEST_P(TextInBothLanguages, every_state_is_found_by_the_name_that_a_refusal_carries) {
    EXPECT_EQ(stateNamed("onScene"), wordOf(AssignmentState::OnScene));
    EXPECT_EQ(stateNamed("resolved"), wordOf(IncidentState::Resolved));
    EXPECT_EQ(stateNamed("offDuty"), wordOf(DutyState::OffDuty));
    EXPECT_EQ(stateNamed("underControl"), wordOf(IncidentProgress::UnderControl));
    EXPECT_TRUE(stateNamed("nothing").isEmpty());
    EXPECT_TRUE(stateNamed("?").isEmpty());
}

TEST_P(TextInBothLanguages, every_kind_of_event_has_words_whatever_is_in_it) {
    ValueSource values(7);
    for (std::uint16_t const kind : allKinds())
        for (int round = 0; round < 20; ++round) {
            EventHeader header;
            header.kind = kind;
            header.stream = StreamId(values.hash());
            header.hlc = Hlc(m_givens.context.now, 0);
            for (auto const each : {SectionClass::Joint, SectionClass::Personal, SectionClass::Sealed})
                header.commitments.push_back({each, values.hash()});
            auto const body =
                std::make_shared<EventBody const>(EventBody{circumstanceFrom(values), factOf(kind, values)});
            bool const isWithheld = round % 2 == 0;
            auto const parts = std::make_shared<RestrictedParts const>(
                isWithheld ? RestrictedParts() : restrictedPartsFrom(values));
            Event const event(EventId(values.hash()), header, AgencyIndex{1}, body, parts);
            QString const text = factText(event, wording());
            EXPECT_FALSE(text.trimmed().isEmpty()) << kind;
            EXPECT_TRUE(!isChinese() || test::hasHan(text)) << kind << ' ' << text.toStdString();
            EXPECT_TRUE(!isWithheld || test::isFilled(text)) << kind << ' ' << text.toStdString();
            Taken const taken{event.id(), header.hlc, Verdict::Refused, RefusalCode::NotLead};
            EXPECT_TRUE(
                timelineLine(event, &taken, wording()).contains(refusalInBrief(RefusalCode::NotLead)));
        }
}

TEST_P(TextInBothLanguages, every_amber_says_why_enter_is_wanted_twice) {
    for (int number = 0; number <= static_cast<int>(Amber::DistressAmong); ++number)
        expectPlainWords(amberText(static_cast<Amber>(number)));
}

} // namespace
} // namespace ob::ui
