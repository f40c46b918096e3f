@echo off
rem Starts Footnote from any folder, as mvnw package built it or as it was unpacked.
rem Articles and models are looked for beside this file or in the folder above, unless FOOTNOTE_HOME names another.
setlocal
set "TARGET=%~dp0"
if not defined FOOTNOTE_HOME if exist "%TARGET%prompts\" for %%I in ("%TARGET%.") do set "FOOTNOTE_HOME=%%~fI"
if not defined FOOTNOTE_HOME for %%I in ("%TARGET%..") do set "FOOTNOTE_HOME=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem A command is over before the optimising compiler pays; the server, without a command, has time.
set "FAST="
if not "%~1"=="" set "FAST=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"%JAVA%" %FAST% -Djdk.console=java.base "-Dfootnote.home=%FOOTNOTE_HOME%" -jar "%TARGET%quarkus-app\quarkus-run.jar" %*
exit /b %ERRORLEVEL%
