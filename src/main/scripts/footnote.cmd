@echo off
rem Starts Footnote as mvnw package built it, from any folder.
rem Articles and models are looked for in the folder of the project, unless FOOTNOTE_HOME names another.
setlocal
set "TARGET=%~dp0"
if not defined FOOTNOTE_HOME for %%I in ("%TARGET%..") do set "FOOTNOTE_HOME=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -Djdk.console=java.base "-Dfootnote.home=%FOOTNOTE_HOME%" -jar "%TARGET%quarkus-app\quarkus-run.jar" %*
exit /b %ERRORLEVEL%
