// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/time_format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace ob::core {
namespace {

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

bool isLetter(char letter) { return lower(letter) >= 'a' && lower(letter) <= 'z'; }

enum class Sign {
    Year,
    ShortYear,
    MonthName,
    Month,
    Day,
    Hour,
    Hour12,
    Minute,
    Second,
    Fraction,
    HalfDay,
    Offset,
    Blank,
    Literal
};

struct Token {
    Sign sign = Sign::Literal;
    std::size_t length = 1; ///< of the sign in the format
};

Token tokenAt(std::string_view format) {
    struct Known {
        std::string_view text;
        Sign sign;
    };
    static constexpr std::array known{
        Known{"yyyy", Sign::Year},    Known{"yy", Sign::ShortYear}, Known{"MMM", Sign::MonthName},
        Known{"MM", Sign::Month},     Known{"M", Sign::Month},      Known{"dd", Sign::Day},
        Known{"d", Sign::Day},        Known{"HH", Sign::Hour},      Known{"H", Sign::Hour},
        Known{"hh", Sign::Hour12},    Known{"h", Sign::Hour12},     Known{"mm", Sign::Minute},
        Known{"m", Sign::Minute},     Known{"ss", Sign::Second},    Known{"s", Sign::Second},
        Known{"fff", Sign::Fraction}, Known{"AP", Sign::HalfDay},   Known{"Z", Sign::Offset},
        Known{" ", Sign::Blank},
    };
    for (auto const& each : known)
        if (format.starts_with(each.text)) return {each.sign, each.text.size()};
    return {};
}

class TimeReader {
  public:
    TimeReader(std::string_view text, std::string_view format) : m_text(text), m_format(format) {}

    std::optional<ReadTime> read() {
        while (!m_format.empty()) {
            Token const token = tokenAt(m_format);
            if (!take(token)) return std::nullopt;
            m_format.remove_prefix(token.length);
        }
        if (!m_text.empty()) return std::nullopt;
        return result();
    }

  private:
    bool take(Token token) {
        std::size_t const width = token.length;
        switch (token.sign) {
        case Sign::Year: return number(m_year, 4, 4);
        case Sign::ShortYear:
            if (!number(m_year, 2, 2)) return false;
            m_year += m_year < 70 ? 2000 : 1900;
            return true;
        case Sign::MonthName: return monthName();
        case Sign::Month: return number(m_month, width, 2);
        case Sign::Day: return number(m_day, width, 2);
        case Sign::Hour: return number(m_hour, width, 2);
        case Sign::Hour12: m_isTwelve = true; return number(m_hour, width, 2);
        case Sign::Minute: return number(m_minute, width, 2);
        case Sign::Second: return number(m_second, width, 2);
        case Sign::Fraction: return fraction();
        case Sign::HalfDay: return halfDay();
        case Sign::Offset: return offset();
        case Sign::Blank: return blanks();
        case Sign::Literal: break;
        }
        if (m_text.empty() || m_text.front() != m_format.front()) return false;
        m_text.remove_prefix(1);
        return true;
    }

    bool blanks() {
        bool const mayLack = tokenAt(m_format.substr(1)).sign == Sign::HalfDay;
        bool const any = m_text.starts_with(' ');
        while (m_text.starts_with(' '))
            m_text.remove_prefix(1);
        return any || mayLack;
    }
    bool number(int& value, std::size_t least, std::size_t most) {
        std::size_t length = 0;
        value = 0;
        while (length < most && length < m_text.size() && isDigit(m_text[length]))
            value = value * 10 + (m_text[length++] - '0');
        m_text.remove_prefix(length);
        return length >= least;
    }
    /// In English, short or whole.
    bool monthName() {
        static constexpr std::array<std::string_view, 12> names{
            "january", "february", "march",     "april",   "may",      "june",
            "july",    "august",   "september", "october", "november", "december"};
        std::size_t length = 0;
        std::string word;
        while (length < m_text.size() && isLetter(m_text[length]))
            word += lower(m_text[length++]);
        for (std::size_t index = 0; index < names.size(); ++index) {
            if (word.size() < 3 || !names[index].starts_with(word)) continue;
            m_month = static_cast<int>(index) + 1;
            m_text.remove_prefix(length);
            return true;
        }
        return false;
    }
    bool fraction() {
        std::size_t length = 0;
        int scale = 100;
        while (length < 9 && length < m_text.size() && isDigit(m_text[length])) {
            m_millisecond += (m_text[length++] - '0') * scale;
            scale /= 10;
        }
        m_text.remove_prefix(length);
        return length > 0;
    }
    bool halfDay() {
        struct Word {
            std::string_view text;
            bool afternoon;
        };
        static constexpr std::array words{Word{"a.m.", false}, Word{"p.m.", true},  Word{"am", false},
                                          Word{"pm", true},    Word{"上午", false}, Word{"下午", true}};
        for (auto const& word : words) {
            if (m_text.size() < word.text.size()) continue;
            bool const fits = std::equal(word.text.begin(), word.text.end(), m_text.begin(),
                                         [](char a, char b) { return a == lower(b); });
            if (!fits) continue;
            m_text.remove_prefix(word.text.size());
            m_afternoon = word.afternoon;
            return true;
        }
        return false;
    }
    bool offset() {
        if (m_text.starts_with('Z') || m_text.starts_with('z')) {
            m_text.remove_prefix(1);
            m_offset = 0;
            return true;
        }
        if (m_text.empty() || (m_text.front() != '+' && m_text.front() != '-')) return false;
        bool const west = m_text.front() == '-';
        m_text.remove_prefix(1);
        int hours = 0;
        int minutes = 0;
        if (!number(hours, 2, 2)) return false;
        if (m_text.starts_with(':')) m_text.remove_prefix(1);
        if (!m_text.empty() && isDigit(m_text.front()) && !number(minutes, 2, 2)) return false;
        if (hours > 18 || minutes > 59) return false;
        m_offset = (west ? -1 : 1) * (hours * 60 + minutes) * std::int64_t{60'000};
        return true;
    }

    std::optional<ReadTime> result() const {
        using namespace std::chrono;
        int hour = m_hour;
        if (m_isTwelve) {
            if (hour < 1 || hour > 12 || !m_afternoon) return std::nullopt;
            hour = hour % 12 + (*m_afternoon ? 12 : 0);
        }
        year_month_day const date{year{m_year}, month{static_cast<unsigned>(m_month)},
                                  day{static_cast<unsigned>(m_day)}};
        // A leap second counts as the second before it.
        int const second = m_second == 60 ? 59 : m_second;
        if (!date.ok() || m_year < 1970 || hour > 23 || m_minute > 59 || second > 59) return std::nullopt;
        auto const days = sys_days(date).time_since_epoch().count();
        return ReadTime{((days * 24LL + hour) * 60 + m_minute) * 60'000LL + second * 1000LL + m_millisecond,
                        m_offset};
    }

    std::string_view m_text;
    std::string_view m_format;
    int m_year = 0, m_month = 0, m_day = 0, m_hour = 0, m_minute = 0, m_second = 0, m_millisecond = 0;
    bool m_isTwelve = false;
    std::optional<bool> m_afternoon;
    std::optional<std::int64_t> m_offset;
};

} // namespace

std::optional<ReadTime> readTime(std::string_view text, std::string_view format) {
    return TimeReader(text, format).read();
}

bool isTimeFormat(std::string_view format) {
    std::array<int, 14> count{};
    for (; !format.empty(); format.remove_prefix(tokenAt(format).length))
        ++count[static_cast<std::size_t>(tokenAt(format).sign)];
    auto const has = [&](Sign sign) { return count[static_cast<std::size_t>(sign)]; };
    return has(Sign::Year) + has(Sign::ShortYear) == 1 && has(Sign::Month) + has(Sign::MonthName) == 1
           && has(Sign::Day) == 1 && has(Sign::Hour) + has(Sign::Hour12) <= 1
           && has(Sign::Hour12) == has(Sign::HalfDay) && has(Sign::Minute) <= 1 && has(Sign::Second) <= 1
           && has(Sign::Fraction) <= 1 && has(Sign::Offset) <= 1;
}

} // namespace ob::core
