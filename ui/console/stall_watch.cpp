// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/stall_watch.h"

#include <algorithm>
#include <ctime>

namespace ob::ui {
namespace {

constexpr int beatMs = 10;
constexpr double limitMs = 50;

} // namespace

StallWatch::StallWatch(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
}

void StallWatch::begin() {
    m_figures = {};
    m_clock.start();
    m_work = workMs();
    m_timer.start(beatMs);
}

double StallWatch::workMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

void StallWatch::beat() {
    double const gap = static_cast<double>(m_clock.nsecsElapsed()) * 1e-6;
    double const work = workMs();
    m_clock.start();
    ++m_figures.beats;
    m_figures.worstMs = std::max(m_figures.worstMs, gap);
    m_figures.worstWorkMs = std::max(m_figures.worstWorkMs, work - m_work);
    if (gap > limitMs) ++m_figures.over50;
    m_work = work;
}

} // namespace ob::ui
