// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <stdexcept>

namespace ob::app {

/// Exit codes of oneboardctl: a stable interface.
enum Exit { exitDone = 0, exitProblem = 1, exitUsage = 2, exitStorage = 3 };

/// The command line is wrong; the text says how it should be.
class UsageError : public std::runtime_error {
  public:
    explicit UsageError(QString const& text) : std::runtime_error(text.toStdString()) {}
};

/// --help was answered: there is nothing more to do.
struct HelpShown {};

/// A parser that knows --help, --json and --lang and refuses what it does not know.
class Arguments {
  public:
    Arguments(QString const& name, QString const& description);
    Arguments& option(QString const& name, QString const& value, QString const& description);
    Arguments& flag(QString const& name, QString const& description);
    Arguments& positional(QString const& name, QString const& description);
    /// Throws UsageError; HelpShown for --help, which it prints.
    void parse(QStringList const& arguments);

    /// False also when there is no such option.
    bool has(QString const& name) const { return m_known.contains(name) && m_parser.isSet(name); }
    QString value(QString const& name) const { return m_parser.value(name); }
    /// Of an option that may be given several times.
    QStringList values(QString const& name) const { return m_parser.values(name); }
    /// Throws UsageError when it is not given.
    QString required(QString const& name) const;
    QStringList rest() const { return m_parser.positionalArguments(); }
    /// As they were given, the words that name the subcommand in front.
    QStringList given() const { return m_name.split(QLatin1Char(' ')) + m_given; }
    bool json() const { return has(QStringLiteral("json")); }

  private:
    QCommandLineParser m_parser;
    QStringList m_known;
    QString m_name;
    QStringList m_given;
};

/// What the name in front says; what goes wrong is told the caller. Exit code.
int runSubcommand(QStringList const& arguments);

int runRealm(QStringList const& arguments);
int runAgency(QStringList const& arguments);
int runDesk(QStringList const& arguments);
int runDeskRun(QStringList const& arguments);
int runDrill(QStringList const& arguments);
int runDo(QStringList const& arguments);
int runAttach(QStringList const& arguments);
int runAttachment(QStringList const& arguments);
int runOperator(QStringList const& arguments);
int runSignIn(QStringList const& arguments);
int runSignOut(QStringList const& arguments);
int runPremise(QStringList const& arguments);
int runPolicy(QStringList const& arguments);
int runPosition(QStringList const& arguments);
int runShow(QStringList const& arguments);
int runImport(QStringList const& arguments);
int runReplay(QStringList const& arguments);
int runForget(QStringList const& arguments);
int runExport(QStringList const& arguments);
int runWatch(QStringList const& arguments);
int runVerify(QStringList const& arguments);
int runMap(QStringList const& arguments);
int runDemo(QStringList const& arguments);
int runBench(QStringList const& arguments);

} // namespace ob::app
