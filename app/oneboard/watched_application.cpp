// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard/watched_application.h"

#include <QDateTime>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

namespace ob::app {
namespace {

constexpr double limitMs = 50;

double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (m_depth > 0) return QApplication::notify(receiver, event);
    ++m_depth;
    double const begun = milliseconds(CLOCK_MONOTONIC);
    double const worked = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    char const* const name = receiver->metaObject()->className();
    int const type = event->type();
    bool const isTaken = QApplication::notify(receiver, event);
    double const took = milliseconds(CLOCK_MONOTONIC) - begun;
    --m_depth;
    ++m_stalls.events;
    m_stalls.worstMs = std::max(m_stalls.worstMs, took);
    double const work = milliseconds(CLOCK_THREAD_CPUTIME_ID) - worked;
    if (work > m_stalls.worstWorkMs) {
        m_stalls.worstWorkMs = work;
        m_stalls.worstAt = std::string(name) + " " + std::to_string(type);
    }
    if (took > limitMs) {
        ++m_stalls.over50;
        if (m_tellsLong)
            std::fprintf(stderr, "{\"at\":\"%s\",\"ms\":%.1f,\"workMs\":%.1f,\"event\":\"%s %d\"}\n",
                         qPrintable(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)), took, work,
                         name, type);
    }
    return isTaken;
}

} // namespace ob::app
