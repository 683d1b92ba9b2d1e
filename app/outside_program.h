// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <stdexcept>
#include <string_view>

namespace ob::app {

/// A program could not be started, failed, or was stopped.
class ProgramFailure : public std::runtime_error {
  public:
    enum class Kind { Missing, Failed, Stopped };
    ProgramFailure(Kind kind, QString const& program, QString const& lastWords)
        : std::runtime_error((program + QStringLiteral(": ") + lastWords).toStdString()), m_kind(kind),
          m_program(program), m_lastWords(lastWords) {}
    Kind kind() const { return m_kind; }
    QString const& program() const { return m_program; }
    QString const& lastWords() const { return m_lastWords; }

  private:
    Kind m_kind;
    QString m_program;
    QString m_lastWords;
};

/// Another program that does a part of a task: runs it to its end, reads its output line by line, so that
/// memory does not grow with it. Throws ProgramFailure.
class OutsideProgram {
  public:
    using Line = std::function<void(std::string_view)>;
    /// Asked about five times a second; true ends the program.
    using IsStopped = std::function<bool()>;

    OutsideProgram(QString name, IsStopped isStopped);

    static bool exists(QString const& name);

    /// Exit codes other than 0 and those named fail.
    int run(QStringList const& arguments, Line const& onLine = {}, QList<int> const& goodCodes = {0});
    /// Its input comes from another program's output, each line as `change` gives it back; empty lines are
    /// left out.
    void runAfter(OutsideProgram& source, QStringList const& sourceArguments, QStringList const& arguments,
                  std::function<std::string(std::string_view)> const& change);

  private:
    void start(QProcess& process, QStringList const& arguments) const;
    void readLines(QProcess& process, Line const& onLine);
    int finish(QProcess& process, QList<int> const& goodCodes);
    [[noreturn]] void fail(QProcess& process, ProgramFailure::Kind kind);

    QString m_name;
    IsStopped m_isStopped;
    QByteArray m_lastWords;
};

} // namespace ob::app
