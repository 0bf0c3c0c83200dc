/** The types of Stint's API. Made by `npm run client`; do not edit. */
export interface paths {
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether there is an administrator yet */
        get: operations["getSetup"];
        put?: never;
        /** Make the first administrator; opens a session */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a session and set its cookie; or say what else is needed */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password with an invitation link; opens a session as a log-in does */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your password */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the browsers in which you are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign one of your browsers out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your API tokens */
        get: operations["listTokens"];
        put?: never;
        /** Make an API token; its secret is shown once */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of your API tokens */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your own account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit your name and preferences */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people; members are told names only */
        get: operations["listUsers"];
        put?: never;
        /** Add a person, by password or by invitation */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a person; members are told names only */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit, promote, demote, disable or enable a person */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new link to choose a password */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List clients */
        get: operations["listClients"];
        put?: never;
        /** Create a client */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a client */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /** Delete a client without projects */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        /** Edit or archive a client */
        patch: operations["updateClient"];
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the projects you may see */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project
         * @description Who creates one for members only becomes its first member.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a project */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /** Delete a project without time, and its tasks */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /**
         * Edit or archive a project
         * @description A new rate holds for new time entries only.
         */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/api/v1/projects/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is on a project */
        get: operations["listProjectMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add somebody to a project, or set their rate there
         * @description A new rate holds for new time entries only.
         */
        put: operations["putProjectMember"];
        post?: never;
        /**
         * Take somebody off a project
         * @description Time they recorded on it stays.
         */
        delete: operations["removeProjectMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tasks of the projects you may see */
        get: operations["listTasks"];
        put?: never;
        /** Create a task */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /** Delete a task without time */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Edit a task */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tags */
        get: operations["listTags"];
        put?: never;
        /** Create a tag */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a tag */
        get: operations["getTag"];
        put?: never;
        post?: never;
        /** Delete a tag, and take it off every time entry */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /** Rename or recolour a tag */
        patch: operations["updateTag"];
        trace?: never;
    };
    "/api/v1/time-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List time entries */
        get: operations["listTimeEntries"];
        put?: never;
        /** Record time */
        post: operations["createTimeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a time entry */
        get: operations["getTimeEntry"];
        put?: never;
        post?: never;
        /** Delete a time entry; it can be restored for 30 days */
        delete: operations["deleteTimeEntry"];
        options?: never;
        head?: never;
        /** Edit a time entry */
        patch: operations["updateTimeEntry"];
        trace?: never;
    };
    "/api/v1/time-entries/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted time entry back */
        post: operations["restoreTimeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cut a time entry in two */
        post: operations["splitTimeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the same work again */
        post: operations["duplicateTimeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what */
        get: operations["getTimeEntryHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/bulk-create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record many, all or none */
        post: operations["createTimeEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/bulk-update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Edit many, all or none */
        post: operations["updateTimeEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/bulk-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete many, all or none */
        post: operations["deleteTimeEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is running */
        get: operations["getTimer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct the running entry, its start included */
        patch: operations["adjustTimer"];
        trace?: never;
    };
    "/api/v1/timer/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the clock */
        post: operations["startTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop what runs and start this */
        post: operations["switchTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start again what was done before */
        post: operations["continueTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the clock, now or at a past moment */
        post: operations["stopTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause: the time until resuming does not count */
        post: operations["pauseTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on after a pause */
        post: operations["resumeTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Still working */
        post: operations["keepTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw the running entry away */
        post: operations["discardTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an entry that runs, also of somebody else */
        post: operations["stopTimeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask whether somebody still works on an entry that runs */
        post: operations["askTimeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody is there: the timer is not idle */
        post: operations["noteActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sum up time by one or two of project, client, task, user, tag, day, week, month
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     An entry that crosses midnight is divided there, so day sums add up to the second, also where clocks change.
         *     Grouped by tag, an entry with several tags counts under each of them; `total`, and groups of anything else, count it once.
         *     Days come in order, other groups by their time, longest first.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entries behind a summary, with names and amounts
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     The pages of a range add up to the total of its summary.
         */
        get: operations["listReportEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/summary.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deepest groups of a summary as CSV
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     One line a group and currency, so lines add up; a group has several only where its entries do. RFC 4180, UTF-8, any number of rows. Text that a spreadsheet would run as a formula starts with an apostrophe.
         */
        get: operations["exportSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/detailed.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The detailed list as CSV, without pages
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     Times are local, with their offset. RFC 4180, UTF-8, any number of rows. Text that a spreadsheet would run as a formula starts with an apostrophe.
         */
        get: operations["exportReportEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/summary.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deepest groups of a summary as XLSX
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     One line a group and currency, so lines add up; a group has several only where its entries do. A workbook with one sheet, 50000 rows at most. Hours and amounts are numbers, and no text is a formula.
         */
        get: operations["exportSummaryAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/detailed.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The detailed list as XLSX, without pages
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     Times are local, with their offset. A workbook with one sheet, 50000 rows at most. Hours and amounts are numbers, and no text is a formula.
         */
        get: operations["exportReportEntriesAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/summary.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deepest groups of a summary as JSON
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     One line a group and currency, so lines add up; a group has several only where its entries do. An object with `from`, `to`, `time_zone` and `rows`, any number of them.
         */
        get: operations["exportSummaryAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/detailed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The detailed list as JSON, without pages
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     Times are local, with their offset. An object with `from`, `to`, `time_zone` and `rows`, any number of them.
         */
        get: operations["exportReportEntriesAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/summary.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deepest groups of a summary as PDF
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     One line a group and currency, so lines add up; a group has several only where its entries do. A printed report on A4 with the letterhead of the settings, 20000 lines at most.
         */
        get: operations["exportSummaryAsPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/detailed.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The detailed list as PDF, without pages
         * @description Completed entries only: a running one counts once it is stopped. `from` and `to` are days in your time zone,
         *     both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
         *     Managers see their own entries and those of their projects, members their own, administrators all.
         *
         *     Times are local, with their offset. A printed report on A4 with the letterhead of the settings, 20000 lines at most.
         */
        get: operations["exportReportEntriesAsPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description Your own; for administrators all.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Import time entries from the file of another tool, or try it
         * @description A dry run unless `dry_run=false`. See docs/api/imports.md.
         */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a large file, or try it, in a job
         * @description Takes what `POST /imports` takes, and answers at once. Ask for the job until it is done.
         */
        post: operations["queueImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how far an import is */
        get: operations["getImportJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a large file of a report, in a job
         * @description The file is kept for a week.
         */
        post: operations["queueExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how far an export is */
        get: operations["getExportJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the file of an export */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take along everything that is yours, or all of the instance
         * @description Of one moment, without passwords, tokens and other secrets, and without what plugins keep.
         */
        get: operations["exportArchive"];
        put?: never;
        /**
         * Read an archive into an instance that is empty
         * @description All of it or nothing. People choose a password by a new invitation.
         */
        post: operations["importArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the settings of the instance */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings of the instance */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/api/v1/locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List locked periods */
        get: operations["listLocks"];
        put?: never;
        /** Lock a period */
        post: operations["createLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a locked period */
        get: operations["getLock"];
        put?: never;
        post?: never;
        /** Unlock a period */
        delete: operations["deleteLock"];
        options?: never;
        head?: never;
        /** Move or narrow a locked period */
        patch: operations["updateLock"];
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who did what, and when */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which cards your dashboard shows */
        get: operations["getDashboard"];
        /** Arrange your dashboard anew */
        put: operations["replaceDashboard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to you in the last 90 days */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notifications as read: those that are named, or all up to one */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear of changes as they happen
         * @description Server-sent events. `hello` comes first and has the server's time as `now`. `change` says that
         *     something was committed: `type`, `subject` (`type` and `id`; without an id where you may not see it), `user_id` (whose it
         *     is, or null) and `occurred_at`; what it is now, ask the API. `gap` means that changes were not told one by one: ask for
         *     everything again. Send the last `id` as `Last-Event-ID` to hear what you missed. Comments keep the line open.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the installation is, and what to do about what is wrong */
        get: operations["getSystemHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what happened, page by page or as a stream
         * @description Every change of what you may see, in one order, complete for 30 days. With
         *     `Accept: text/event-stream` it is a stream of server-sent events that begins with what happens from now on, or after
         *     `Last-Event-ID` (or `cursor`); `event` is the type and `data` the event. Otherwise it is a list: ask again with
         *     `next_cursor`, at once where `has_more` says so. An event appears once everything before it has been committed.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your calendar feeds */
        get: operations["listCalendarFeeds"];
        put?: never;
        /** Make an address for calendar programs; it is shown once */
        post: operations["createCalendarFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar-feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke the address of a calendar feed */
        delete: operations["revokeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the calendar behind a secret address */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List plugins and their states */
        get: operations["listPlugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a plugin */
        get: operations["getPlugin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/diagnostics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a plugin tells somebody who looks into a problem, without secrets */
        get: operations["getPluginDiagnostics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a plugin, at once */
        post: operations["enablePlugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a plugin, at once */
        post: operations["disablePlugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/uninstall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a plugin, with or without its data
         * @description Data that is not dropped is kept for 30 days.
         */
        post: operations["uninstallPlugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a plugin that was uninstalled, with its data
         * @description Within 30 days. Where its files are gone as well, install it again instead.
         */
        post: operations["restorePlugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/guards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose where a change needs the word of a plugin
         * @description Stopping the clock asks no plugin. Disabling the plugin ends it at once.
         */
        put: operations["putPluginGuards"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the instance's settings of a plugin */
        get: operations["getPluginSettings"];
        /** Set the instance's settings of a plugin */
        put: operations["putPluginSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/plugins/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your own settings of a plugin */
        get: operations["getMyPluginSettings"];
        /** Set your own settings of a plugin */
        put: operations["putMyPluginSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Second step of signing in: open the session by a code */
        post: operations["logInByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you sign in with a second factor */
        get: operations["getTwoFactor"];
        put?: never;
        /** Begin to set a second factor up; its secret is shown once */
        post: operations["beginTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch it on by a first code; recovery codes are shown once */
        post: operations["confirmTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; those before stop working */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch your second factor off */
        post: operations["disableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factor from somebody who lost theirs, and sign them out */
        delete: operations["resetTwoFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what you can connect to, and how your connections are */
        get: operations["listMyConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs of a plugin that failed for good */
        get: operations["listPluginFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/failures/{failure_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a failed job again, with all attempts */
        post: operations["retryPluginFailure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/failures/{failure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a failed job */
        delete: operations["discardPluginFailure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your webhooks; an administrator all */
        get: operations["listWebhooks"];
        put?: never;
        /** Have events sent to an address; the signing secret is shown once */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the types of events: those of the core, and of the plugins that run */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook with its log */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it on or off */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new signing secret; for a day the one before signs, too */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test now, and see how it went */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send once more what happened in a span of time */
        post: operations["replaySpan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the log of the last 30 days */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one delivery: what was sent, and each attempt */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one event once more */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Install a plugin from an npm tarball, or look at it
         * @description A dry run unless `dry_run=false`. See docs/admin/plugins.md.
         */
        post: operations["installPlugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a plugin that were installed */
        get: operations["listPluginVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to the version before, without a restart
         * @description What the newer version did to its tables stays.
         */
        post: operations["rollBackPlugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/upgrade-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say which plugins would stop under another version of the plugin contract */
        get: operations["checkPluginUpgrade"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What plugins have of a kind: work items, suggestions, … */
        get: operations["askProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ui/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the cards of running plugins that you may see */
        get: operations["listUiPlugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 problem details. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Stable: see docs/api/errors.md. */
            code: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
            request_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link that Stint prints at its first start. */
                    token: string;
                    /** Format: email */
                    email: string;
                    name: string;
                    password: string;
                    /**
                     * Format: time-zone
                     * @description IANA time zone; by default the one of the machine that runs Stint.
                     * @example Europe/Berlin
                     */
                    time_zone?: string;
                    /**
                     * @description ISO 4217 code.
                     * @example EUR
                     */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "admin" | "manager" | "member";
                            active: boolean;
                            /**
                             * Format: time-zone
                             * @description IANA time zone.
                             * @example Europe/Berlin
                             */
                            time_zone: string;
                            /**
                             * @example en
                             * @example de
                             */
                            locale: string;
                            /** @description ISO day: 1 Monday to 7 Sunday. */
                            week_start: number;
                            /** @enum {string} */
                            date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                            /** @enum {string} */
                            time_format: "24h" | "12h";
                            /**
                             * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                             * @enum {string}
                             */
                            switch_policy: "keep" | "switch";
                            /**
                             * @description How durations are rounded on reading. The raw times are never changed.
                             * @enum {string|null}
                             */
                            rounding_mode: "none" | "up" | "down" | "nearest" | null;
                            rounding_minutes: number | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "admin" | "manager" | "member";
                            active: boolean;
                            /**
                             * Format: time-zone
                             * @description IANA time zone.
                             * @example Europe/Berlin
                             */
                            time_zone: string;
                            /**
                             * @example en
                             * @example de
                             */
                            locale: string;
                            /** @description ISO day: 1 Monday to 7 Sunday. */
                            week_start: number;
                            /** @enum {string} */
                            date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                            /** @enum {string} */
                            time_format: "24h" | "12h";
                            /**
                             * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                             * @enum {string}
                             */
                            switch_policy: "keep" | "switch";
                            /**
                             * @description How durations are rounded on reading. The raw times are never changed.
                             * @enum {string|null}
                             */
                            rounding_mode: "none" | "up" | "down" | "nearest" | null;
                            rounding_minutes: number | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `verify`: send a code to `/auth/login/code`, from the same browser, in ten minutes.
                         * @enum {string}
                         */
                        second_factor: "verify";
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "admin" | "manager" | "member";
                            active: boolean;
                            /**
                             * Format: time-zone
                             * @description IANA time zone.
                             * @example Europe/Berlin
                             */
                            time_zone: string;
                            /**
                             * @example en
                             * @example de
                             */
                            locale: string;
                            /** @description ISO day: 1 Monday to 7 Sunday. */
                            week_start: number;
                            /** @enum {string} */
                            date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                            /** @enum {string} */
                            time_format: "24h" | "12h";
                            /**
                             * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                             * @enum {string}
                             */
                            switch_policy: "keep" | "switch";
                            /**
                             * @description How durations are rounded on reading. The raw times are never changed.
                             * @enum {string|null}
                             */
                            rounding_mode: "none" | "up" | "down" | "nearest" | null;
                            rounding_minutes: number | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `verify`: send a code to `/auth/login/code`, from the same browser, in ten minutes.
                         * @enum {string}
                         */
                        second_factor: "verify";
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    new_password: string;
                    /**
                     * @description Signs every other browser out.
                     * @default true
                     */
                    end_other_sessions?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            ip: string | null;
                            user_agent: string | null;
                            /** @description The one that asks. */
                            is_current: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_used_at: string;
                            /**
                             * Format: date-time
                             * @description When it ends, used or not.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            expires_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            name: string;
                            scopes: string[];
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description Within a minute; null if never.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_used_at: string | null;
                            /**
                             * Format: date-time
                             * @description Null if never.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            expires_at: string | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("read:me" | "write:me" | "read:users" | "write:users" | "read:clients" | "write:clients" | "read:projects" | "write:projects" | "read:tasks" | "write:tasks" | "read:tags" | "write:tags" | "read:time_entries" | "write:time_entries" | "read:reports" | "read:settings" | "write:settings" | "write:plugins" | "read:audit_log" | "read:metrics" | "write:imports" | "read:events" | "read:webhooks" | "write:webhooks" | "read:archive" | "write:archive")[];
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        scopes: string[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description Within a minute; null if never.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_used_at: string | null;
                        /**
                         * Format: date-time
                         * @description Null if never.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        expires_at: string | null;
                        /**
                         * @description The secret, in this answer only; null when the answer is replayed.
                         * @example stint_…
                         */
                        token: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        role: "admin" | "manager" | "member";
                        active: boolean;
                        /**
                         * Format: time-zone
                         * @description IANA time zone.
                         * @example Europe/Berlin
                         */
                        time_zone: string;
                        /**
                         * @example en
                         * @example de
                         */
                        locale: string;
                        /** @description ISO day: 1 Monday to 7 Sunday. */
                        week_start: number;
                        /** @enum {string} */
                        date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                        /** @enum {string} */
                        time_format: "24h" | "12h";
                        /**
                         * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                         * @enum {string}
                         */
                        switch_policy: "keep" | "switch";
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string|null}
                         */
                        rounding_mode: "none" | "up" | "down" | "nearest" | null;
                        rounding_minutes: number | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * Format: time-zone
                     * @description IANA time zone.
                     * @example Europe/Berlin
                     */
                    time_zone?: string;
                    /**
                     * @example en
                     * @example de
                     */
                    locale?: string;
                    /** @description ISO day: 1 Monday to 7 Sunday. */
                    week_start?: number;
                    /** @enum {string} */
                    date_format?: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                    /** @enum {string} */
                    time_format?: "24h" | "12h";
                    /**
                     * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                     * @enum {string}
                     */
                    switch_policy?: "keep" | "switch";
                    /**
                     * @description How durations are rounded on reading. The raw times are never changed.
                     * @enum {string|null}
                     */
                    rounding_mode?: "none" | "up" | "down" | "nearest" | null;
                    rounding_minutes?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        role: "admin" | "manager" | "member";
                        active: boolean;
                        /**
                         * Format: time-zone
                         * @description IANA time zone.
                         * @example Europe/Berlin
                         */
                        time_zone: string;
                        /**
                         * @example en
                         * @example de
                         */
                        locale: string;
                        /** @description ISO day: 1 Monday to 7 Sunday. */
                        week_start: number;
                        /** @enum {string} */
                        date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                        /** @enum {string} */
                        time_format: "24h" | "12h";
                        /**
                         * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                         * @enum {string}
                         */
                        switch_policy: "keep" | "switch";
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string|null}
                         */
                        rounding_mode: "none" | "up" | "down" | "nearest" | null;
                        rounding_minutes: number | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "email" | "-email" | "created_at" | "-created_at";
                /** @description Part of the name or address. */
                search?: string;
                active?: boolean;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            email?: string;
                            name: string;
                            /** @enum {string} */
                            role?: "admin" | "manager" | "member";
                            active: boolean;
                            /**
                             * Format: time-zone
                             * @description IANA time zone.
                             * @example Europe/Berlin
                             */
                            time_zone?: string;
                            /**
                             * @example en
                             * @example de
                             */
                            locale?: string;
                            /** @description ISO day: 1 Monday to 7 Sunday. */
                            week_start?: number;
                            /** @enum {string} */
                            date_format?: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                            /** @enum {string} */
                            time_format?: "24h" | "12h";
                            /**
                             * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                             * @enum {string}
                             */
                            switch_policy?: "keep" | "switch";
                            /**
                             * @description How durations are rounded on reading. The raw times are never changed.
                             * @enum {string|null}
                             */
                            rounding_mode?: "none" | "up" | "down" | "nearest" | null;
                            rounding_minutes?: number | null;
                            version?: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at?: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at?: string;
                            /**
                             * Format: date-time
                             * @description In lists for administrators: since when they sign in with a second factor.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            two_factor_since?: string | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role?: "admin" | "manager" | "member";
                    /** @description Without one, the answer holds an invitation link. */
                    password?: string;
                    /**
                     * Format: time-zone
                     * @description IANA time zone.
                     * @example Europe/Berlin
                     */
                    time_zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        role: "admin" | "manager" | "member";
                        active: boolean;
                        /**
                         * Format: time-zone
                         * @description IANA time zone.
                         * @example Europe/Berlin
                         */
                        time_zone: string;
                        /**
                         * @example en
                         * @example de
                         */
                        locale: string;
                        /** @description ISO day: 1 Monday to 7 Sunday. */
                        week_start: number;
                        /** @enum {string} */
                        date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                        /** @enum {string} */
                        time_format: "24h" | "12h";
                        /**
                         * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                         * @enum {string}
                         */
                        switch_policy: "keep" | "switch";
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string|null}
                         */
                        rounding_mode: "none" | "up" | "down" | "nearest" | null;
                        rounding_minutes: number | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /** @description Opens a page to choose a password; works once, for seven days. Shown once. */
                        invitation_url?: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email?: string;
                        name: string;
                        /** @enum {string} */
                        role?: "admin" | "manager" | "member";
                        active: boolean;
                        /**
                         * Format: time-zone
                         * @description IANA time zone.
                         * @example Europe/Berlin
                         */
                        time_zone?: string;
                        /**
                         * @example en
                         * @example de
                         */
                        locale?: string;
                        /** @description ISO day: 1 Monday to 7 Sunday. */
                        week_start?: number;
                        /** @enum {string} */
                        date_format?: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                        /** @enum {string} */
                        time_format?: "24h" | "12h";
                        /**
                         * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                         * @enum {string}
                         */
                        switch_policy?: "keep" | "switch";
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string|null}
                         */
                        rounding_mode?: "none" | "up" | "down" | "nearest" | null;
                        rounding_minutes?: number | null;
                        version?: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at?: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at?: string;
                        /**
                         * Format: date-time
                         * @description In lists for administrators: since when they sign in with a second factor.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        two_factor_since?: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email?: string;
                    name?: string;
                    /** @enum {string} */
                    role?: "admin" | "manager" | "member";
                    active?: boolean;
                    /**
                     * Format: time-zone
                     * @description IANA time zone.
                     * @example Europe/Berlin
                     */
                    time_zone?: string;
                    /**
                     * @example en
                     * @example de
                     */
                    locale?: string;
                    /** @description ISO day: 1 Monday to 7 Sunday. */
                    week_start?: number;
                    /** @enum {string} */
                    date_format?: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                    /** @enum {string} */
                    time_format?: "24h" | "12h";
                    /**
                     * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                     * @enum {string}
                     */
                    switch_policy?: "keep" | "switch";
                    /**
                     * @description How durations are rounded on reading. The raw times are never changed.
                     * @enum {string|null}
                     */
                    rounding_mode?: "none" | "up" | "down" | "nearest" | null;
                    rounding_minutes?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        role: "admin" | "manager" | "member";
                        active: boolean;
                        /**
                         * Format: time-zone
                         * @description IANA time zone.
                         * @example Europe/Berlin
                         */
                        time_zone: string;
                        /**
                         * @example en
                         * @example de
                         */
                        locale: string;
                        /** @description ISO day: 1 Monday to 7 Sunday. */
                        week_start: number;
                        /** @enum {string} */
                        date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                        /** @enum {string} */
                        time_format: "24h" | "12h";
                        /**
                         * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                         * @enum {string}
                         */
                        switch_policy: "keep" | "switch";
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string|null}
                         */
                        rounding_mode: "none" | "up" | "down" | "nearest" | null;
                        rounding_minutes: number | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens a page to choose a password; works once, for seven days. Shown once. */
                        invitation_url: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
                /** @description Part of the name. */
                search?: string;
                archived?: boolean;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            name: string;
                            /** Format: email */
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            notes: string;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            archived_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email?: string | null;
                    phone?: string | null;
                    address?: string | null;
                    notes?: string;
                    /**
                     * @description ISO 4217 code.
                     * @example EUR
                     */
                    currency?: string | null;
                    /**
                     * @description Exact decimal, as a string: money is never a floating point number.
                     * @example 85.00
                     */
                    hourly_rate?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** Format: email */
                        email: string | null;
                        phone: string | null;
                        address: string | null;
                        notes: string;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        archived_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** Format: email */
                        email: string | null;
                        phone: string | null;
                        address: string | null;
                        notes: string;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        archived_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** Format: email */
                    email?: string | null;
                    phone?: string | null;
                    address?: string | null;
                    notes?: string;
                    /**
                     * @description ISO 4217 code.
                     * @example EUR
                     */
                    currency?: string | null;
                    /**
                     * @description Exact decimal, as a string: money is never a floating point number.
                     * @example 85.00
                     */
                    hourly_rate?: string | null;
                    /** @description Hides it from pickers; nothing is lost. */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** Format: email */
                        email: string | null;
                        phone: string | null;
                        address: string | null;
                        notes: string;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        archived_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
                client_id?: number;
                /** @description Part of the name or the code. */
                search?: string;
                archived?: boolean;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            client_id: number | null;
                            name: string;
                            /**
                             * @description Short name, unique in any case.
                             * @example ACME-1
                             */
                            code: string | null;
                            /** @example #2563eb */
                            color: string;
                            notes: string;
                            /** @description What new entries on it are, unless they say otherwise. */
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /** @description Planned work, in seconds. */
                            estimate_seconds: number | null;
                            /**
                             * @description Who may see it and track time on it, besides managers.
                             * @enum {string}
                             */
                            visibility: "everyone" | "members";
                            client: {
                                id: number;
                                name: string;
                            } | null;
                            /**
                             * @description The client's, or the instance's.
                             * @example EUR
                             */
                            currency: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            archived_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id?: number | null;
                    name: string;
                    /**
                     * @description Short name, unique in any case.
                     * @example ACME-1
                     */
                    code?: string | null;
                    /**
                     * @description Without one, the name chooses it.
                     * @example #2563eb
                     */
                    color?: string;
                    notes?: string;
                    /** @description What new entries on it are, unless they say otherwise. */
                    billable?: boolean;
                    /**
                     * @description Exact decimal, as a string: money is never a floating point number.
                     * @example 85.00
                     */
                    hourly_rate?: string | null;
                    /** @description Planned work, in seconds. */
                    estimate_seconds?: number | null;
                    /**
                     * @description Who may see it and track time on it, besides managers.
                     * @enum {string}
                     */
                    visibility?: "everyone" | "members";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        client_id: number | null;
                        name: string;
                        /**
                         * @description Short name, unique in any case.
                         * @example ACME-1
                         */
                        code: string | null;
                        /** @example #2563eb */
                        color: string;
                        notes: string;
                        /** @description What new entries on it are, unless they say otherwise. */
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /** @description Planned work, in seconds. */
                        estimate_seconds: number | null;
                        /**
                         * @description Who may see it and track time on it, besides managers.
                         * @enum {string}
                         */
                        visibility: "everyone" | "members";
                        client: {
                            id: number;
                            name: string;
                        } | null;
                        /**
                         * @description The client's, or the instance's.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        archived_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        client_id: number | null;
                        name: string;
                        /**
                         * @description Short name, unique in any case.
                         * @example ACME-1
                         */
                        code: string | null;
                        /** @example #2563eb */
                        color: string;
                        notes: string;
                        /** @description What new entries on it are, unless they say otherwise. */
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /** @description Planned work, in seconds. */
                        estimate_seconds: number | null;
                        /**
                         * @description Who may see it and track time on it, besides managers.
                         * @enum {string}
                         */
                        visibility: "everyone" | "members";
                        client: {
                            id: number;
                            name: string;
                        } | null;
                        /**
                         * @description The client's, or the instance's.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        archived_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id?: number | null;
                    name?: string;
                    /**
                     * @description Short name, unique in any case.
                     * @example ACME-1
                     */
                    code?: string | null;
                    /** @example #2563eb */
                    color?: string;
                    notes?: string;
                    /** @description What new entries on it are, unless they say otherwise. */
                    billable?: boolean;
                    /**
                     * @description Exact decimal, as a string: money is never a floating point number.
                     * @example 85.00
                     */
                    hourly_rate?: string | null;
                    /** @description Planned work, in seconds. */
                    estimate_seconds?: number | null;
                    /**
                     * @description Who may see it and track time on it, besides managers.
                     * @enum {string}
                     */
                    visibility?: "everyone" | "members";
                    /** @description No more time can be tracked on it; what was recorded stays. */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        client_id: number | null;
                        name: string;
                        /**
                         * @description Short name, unique in any case.
                         * @example ACME-1
                         */
                        code: string | null;
                        /** @example #2563eb */
                        color: string;
                        notes: string;
                        /** @description What new entries on it are, unless they say otherwise. */
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /** @description Planned work, in seconds. */
                        estimate_seconds: number | null;
                        /**
                         * @description Who may see it and track time on it, besides managers.
                         * @enum {string}
                         */
                        visibility: "everyone" | "members";
                        client: {
                            id: number;
                            name: string;
                        } | null;
                        /**
                         * @description The client's, or the instance's.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        archived_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectMembers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            project_id: number;
                            user_id: number;
                            user: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Null for the project's own rate. Left out, a member keeps the rate they have.
                     * @example 85.00
                     */
                    hourly_rate?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        project_id: number;
                        user_id: number;
                        user: {
                            id: number;
                            name: string;
                        };
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        project_id: number;
                        user_id: number;
                        user: {
                            id: number;
                            name: string;
                        };
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. Without a due day is after every due day. */
                sort?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "name" | "-name" | "due_on" | "-due_on";
                project_id?: number;
                status?: "todo" | "in_progress" | "done";
                assignee_id?: number;
                /**
                 * @description Exactly this reference.
                 * @example github:acme/shop#42
                 */
                external_ref?: string;
                /** @description Part of the name. */
                search?: string;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            project_id: number;
                            name: string;
                            description: string;
                            /** @enum {string} */
                            status: "todo" | "in_progress" | "done";
                            /** @enum {string} */
                            priority: "low" | "medium" | "high";
                            /** @description An active user who may track time on the project. */
                            assignee_id: number | null;
                            /**
                             * Format: date
                             * @example 2025-01-27
                             */
                            due_on: string | null;
                            /** @description Planned work, in seconds. */
                            estimate_seconds: number | null;
                            /**
                             * @description What another system calls it.
                             * @example github:acme/shop#42
                             */
                            external_ref: string | null;
                            /**
                             * Format: uri
                             * @description Where the other system shows it.
                             * @example https://github.com/acme/shop/issues/42
                             */
                            external_url: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string;
                    /** @enum {string} */
                    status?: "todo" | "in_progress" | "done";
                    /** @enum {string} */
                    priority?: "low" | "medium" | "high";
                    /** @description An active user who may track time on the project. */
                    assignee_id?: number | null;
                    /**
                     * Format: date
                     * @example 2025-01-27
                     */
                    due_on?: string | null;
                    /** @description Planned work, in seconds. */
                    estimate_seconds?: number | null;
                    /**
                     * @description What another system calls it.
                     * @example github:acme/shop#42
                     */
                    external_ref?: string | null;
                    /**
                     * Format: uri
                     * @description Where the other system shows it.
                     * @example https://github.com/acme/shop/issues/42
                     */
                    external_url?: string | null;
                    /** @description For good: a task never moves to another project. */
                    project_id: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        project_id: number;
                        name: string;
                        description: string;
                        /** @enum {string} */
                        status: "todo" | "in_progress" | "done";
                        /** @enum {string} */
                        priority: "low" | "medium" | "high";
                        /** @description An active user who may track time on the project. */
                        assignee_id: number | null;
                        /**
                         * Format: date
                         * @example 2025-01-27
                         */
                        due_on: string | null;
                        /** @description Planned work, in seconds. */
                        estimate_seconds: number | null;
                        /**
                         * @description What another system calls it.
                         * @example github:acme/shop#42
                         */
                        external_ref: string | null;
                        /**
                         * Format: uri
                         * @description Where the other system shows it.
                         * @example https://github.com/acme/shop/issues/42
                         */
                        external_url: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        project_id: number;
                        name: string;
                        description: string;
                        /** @enum {string} */
                        status: "todo" | "in_progress" | "done";
                        /** @enum {string} */
                        priority: "low" | "medium" | "high";
                        /** @description An active user who may track time on the project. */
                        assignee_id: number | null;
                        /**
                         * Format: date
                         * @example 2025-01-27
                         */
                        due_on: string | null;
                        /** @description Planned work, in seconds. */
                        estimate_seconds: number | null;
                        /**
                         * @description What another system calls it.
                         * @example github:acme/shop#42
                         */
                        external_ref: string | null;
                        /**
                         * Format: uri
                         * @description Where the other system shows it.
                         * @example https://github.com/acme/shop/issues/42
                         */
                        external_url: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                    /** @enum {string} */
                    status?: "todo" | "in_progress" | "done";
                    /** @enum {string} */
                    priority?: "low" | "medium" | "high";
                    /** @description An active user who may track time on the project. */
                    assignee_id?: number | null;
                    /**
                     * Format: date
                     * @example 2025-01-27
                     */
                    due_on?: string | null;
                    /** @description Planned work, in seconds. */
                    estimate_seconds?: number | null;
                    /**
                     * @description What another system calls it.
                     * @example github:acme/shop#42
                     */
                    external_ref?: string | null;
                    /**
                     * Format: uri
                     * @description Where the other system shows it.
                     * @example https://github.com/acme/shop/issues/42
                     */
                    external_url?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        project_id: number;
                        name: string;
                        description: string;
                        /** @enum {string} */
                        status: "todo" | "in_progress" | "done";
                        /** @enum {string} */
                        priority: "low" | "medium" | "high";
                        /** @description An active user who may track time on the project. */
                        assignee_id: number | null;
                        /**
                         * Format: date
                         * @example 2025-01-27
                         */
                        due_on: string | null;
                        /** @description Planned work, in seconds. */
                        estimate_seconds: number | null;
                        /**
                         * @description What another system calls it.
                         * @example github:acme/shop#42
                         */
                        external_ref: string | null;
                        /**
                         * Format: uri
                         * @description Where the other system shows it.
                         * @example https://github.com/acme/shop/issues/42
                         */
                        external_url: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
                /** @description Part of the name. */
                search?: string;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            /** @description Unique in any case. */
                            name: string;
                            /** @example #2563eb */
                            color: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Unique in any case. */
                    name: string;
                    /** @example #2563eb */
                    color?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Unique in any case. */
                        name: string;
                        /** @example #2563eb */
                        color: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Unique in any case. */
                        name: string;
                        /** @example #2563eb */
                        color: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Unique in any case. */
                    name?: string;
                    /** @example #2563eb */
                    color?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Unique in any case. */
                        name: string;
                        /** @example #2563eb */
                        color: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTimeEntries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "start_time" | "-start_time" | "updated_at" | "-updated_at";
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                running?: boolean;
                /**
                 * @description Runs, is not paused, and nobody was there after this instant.
                 * @example 2025-01-27T09:00:00
                 */
                inactive_since?: string;
                /**
                 * @description Started at or after this instant.
                 * @example 2025-01-27T09:00:00
                 */
                from?: string;
                /**
                 * @description Started before this instant.
                 * @example 2025-01-27T09:00:00
                 */
                to?: string;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
                /** @description Also entries deleted in the last 30 days, to follow deletions. */
                include_deleted?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            project_id: number | null;
                            task_id: number | null;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Null while the timer runs.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string | null;
                            /**
                             * Format: date-time
                             * @description Since when a running timer is paused.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_at: string | null;
                            breaks: {
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                start_time: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                end_time: string;
                            }[];
                            /** @description Work: the span less its breaks. Null while the timer runs. */
                            duration_seconds: number | null;
                            /** @description The work by the owner's rounding. */
                            rounded_seconds: number | null;
                            tag_ids: number[];
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When "still working?" was asked, unanswered.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            idle_asked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When somebody was last there while it ran.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_activity_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            deleted_at: string | null;
                            warnings?: {
                                code: string;
                                detail: string;
                            }[];
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Somebody else, for managers and administrators. */
                    user_id?: number;
                    project_id?: number | null;
                    task_id?: number | null;
                    description?: string;
                    tag_ids?: number[];
                    /** @description The project's own setting when absent. */
                    billable?: boolean;
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    start_time?: string;
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    end_time?: string;
                    /** @description Whole seconds of the span, breaks included. */
                    duration_seconds?: number;
                    /**
                     * Format: date
                     * @description With a duration alone: the entry follows the last one of this day, or starts at 09:00.
                     * @example 2025-01-27
                     */
                    date?: string;
                    breaks?: {
                        /**
                         * @description ISO 8601; without an offset it is read in the asker's time zone.
                         * @example 2025-01-27T09:00:00
                         */
                        start_time: string;
                        /**
                         * @description ISO 8601; without an offset it is read in the asker's time zone.
                         * @example 2025-01-27T09:00:00
                         */
                        end_time: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    project_id?: number | null;
                    task_id?: number | null;
                    description?: string;
                    tag_ids?: number[];
                    /** @description The project's own setting when absent. */
                    billable?: boolean;
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    start_time?: string;
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    end_time?: string;
                    /** @description Whole seconds of the span, breaks included. */
                    duration_seconds?: number;
                    breaks?: {
                        /**
                         * @description ISO 8601; without an offset it is read in the asker's time zone.
                         * @example 2025-01-27T09:00:00
                         */
                        start_time: string;
                        /**
                         * @description ISO 8601; without an offset it is read in the asker's time zone.
                         * @example 2025-01-27T09:00:00
                         */
                        end_time: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Inside the entry: the first part ends here.
                     * @example 2025-01-27T09:00:00
                     */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            project_id: number | null;
                            task_id: number | null;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Null while the timer runs.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string | null;
                            /**
                             * Format: date-time
                             * @description Since when a running timer is paused.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_at: string | null;
                            breaks: {
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                start_time: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                end_time: string;
                            }[];
                            /** @description Work: the span less its breaks. Null while the timer runs. */
                            duration_seconds: number | null;
                            /** @description The work by the owner's rounding. */
                            rounded_seconds: number | null;
                            tag_ids: number[];
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When "still working?" was asked, unanswered.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            idle_asked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When somebody was last there while it ran.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_activity_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            deleted_at: string | null;
                            warnings?: {
                                code: string;
                                detail: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The same start when absent.
                     * @example 2025-01-27T09:00:00
                     */
                    start_time?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeEntryHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            occurred_at: string;
                            actor_id: number | null;
                            actor_name: string | null;
                            actor_via: string;
                            action: string;
                            /** @description `{field: [before, after]}`; null for the creation. */
                            changes: unknown;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTimeEntries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    entries: {
                        /** @description Somebody else, for managers and administrators. */
                        user_id?: number;
                        project_id?: number | null;
                        task_id?: number | null;
                        description?: string;
                        tag_ids?: number[];
                        /** @description The project's own setting when absent. */
                        billable?: boolean;
                        /**
                         * @description ISO 8601; without an offset it is read in the asker's time zone.
                         * @example 2025-01-27T09:00:00
                         */
                        start_time?: string;
                        /**
                         * @description ISO 8601; without an offset it is read in the asker's time zone.
                         * @example 2025-01-27T09:00:00
                         */
                        end_time?: string;
                        /** @description Whole seconds of the span, breaks included. */
                        duration_seconds?: number;
                        /**
                         * Format: date
                         * @description With a duration alone: the entry follows the last one of this day, or starts at 09:00.
                         * @example 2025-01-27
                         */
                        date?: string;
                        breaks?: {
                            /**
                             * @description ISO 8601; without an offset it is read in the asker's time zone.
                             * @example 2025-01-27T09:00:00
                             */
                            start_time: string;
                            /**
                             * @description ISO 8601; without an offset it is read in the asker's time zone.
                             * @example 2025-01-27T09:00:00
                             */
                            end_time: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            project_id: number | null;
                            task_id: number | null;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Null while the timer runs.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string | null;
                            /**
                             * Format: date-time
                             * @description Since when a running timer is paused.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_at: string | null;
                            breaks: {
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                start_time: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                end_time: string;
                            }[];
                            /** @description Work: the span less its breaks. Null while the timer runs. */
                            duration_seconds: number | null;
                            /** @description The work by the owner's rounding. */
                            rounded_seconds: number | null;
                            tag_ids: number[];
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When "still working?" was asked, unanswered.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            idle_asked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When somebody was last there while it ran.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_activity_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            deleted_at: string | null;
                            warnings?: {
                                code: string;
                                detail: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTimeEntries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: number[];
                    set: {
                        project_id?: number | null;
                        task_id?: number | null;
                        description?: string;
                        tag_ids?: number[];
                        /** @description The project's own setting when absent. */
                        billable?: boolean;
                        add_tag_ids?: number[];
                        remove_tag_ids?: number[];
                        /**
                         * @description Take the rate that holds now instead of the recorded one.
                         * @enum {boolean}
                         */
                        recalculate_rate?: true;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            project_id: number | null;
                            task_id: number | null;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Null while the timer runs.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string | null;
                            /**
                             * Format: date-time
                             * @description Since when a running timer is paused.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_at: string | null;
                            breaks: {
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                start_time: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                end_time: string;
                            }[];
                            /** @description Work: the span less its breaks. Null while the timer runs. */
                            duration_seconds: number | null;
                            /** @description The work by the owner's rounding. */
                            rounded_seconds: number | null;
                            tag_ids: number[];
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When "still working?" was asked, unanswered.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            idle_asked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When somebody was last there while it ran.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_activity_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            deleted_at: string | null;
                            warnings?: {
                                code: string;
                                detail: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTimeEntries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The clock that counts: yours may differ.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        server_time: string;
                        /** @description The entry that started last. */
                        timer: {
                            id: number;
                            user_id: number;
                            project_id: number | null;
                            task_id: number | null;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Null while the timer runs.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string | null;
                            /**
                             * Format: date-time
                             * @description Since when a running timer is paused.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_at: string | null;
                            breaks: {
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                start_time: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                end_time: string;
                            }[];
                            /** @description Work: the span less its breaks. Null while the timer runs. */
                            duration_seconds: number | null;
                            /** @description The work by the owner's rounding. */
                            rounded_seconds: number | null;
                            tag_ids: number[];
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When "still working?" was asked, unanswered.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            idle_asked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When somebody was last there while it ran.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_activity_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            deleted_at: string | null;
                            warnings?: {
                                code: string;
                                detail: string;
                            }[];
                        } | null;
                        /** @description Work so far, pauses left out. */
                        elapsed_seconds: number | null;
                        /** @description All that run, where several may. */
                        timers: {
                            id: number;
                            user_id: number;
                            project_id: number | null;
                            task_id: number | null;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Null while the timer runs.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string | null;
                            /**
                             * Format: date-time
                             * @description Since when a running timer is paused.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_at: string | null;
                            breaks: {
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                start_time: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                end_time: string;
                            }[];
                            /** @description Work: the span less its breaks. Null while the timer runs. */
                            duration_seconds: number | null;
                            /** @description The work by the owner's rounding. */
                            rounded_seconds: number | null;
                            tag_ids: number[];
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                            /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When "still working?" was asked, unanswered.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            idle_asked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When somebody was last there while it ran.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_activity_at: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            deleted_at: string | null;
                            warnings?: {
                                code: string;
                                detail: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which timer, where several run; the one that started last when absent. */
                    entry_id?: number;
                    project_id?: number | null;
                    task_id?: number | null;
                    description?: string;
                    tag_ids?: number[];
                    /** @description The project's own setting when absent. */
                    billable?: boolean;
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    start_time?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    project_id?: number | null;
                    task_id?: number | null;
                    description?: string;
                    tag_ids?: number[];
                    /** @description The project's own setting when absent. */
                    billable?: boolean;
                    /**
                     * @description When it really began; now when absent.
                     * @example 2025-01-27T09:00:00
                     */
                    start_time?: string;
                    /**
                     * @description While another runs: refuse, or stop that one. The user's policy when absent.
                     * @enum {string}
                     */
                    on_running?: "keep" | "switch";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    project_id?: number | null;
                    task_id?: number | null;
                    description?: string;
                    tag_ids?: number[];
                    /** @description The project's own setting when absent. */
                    billable?: boolean;
                    /**
                     * @description When it really began; now when absent.
                     * @example 2025-01-27T09:00:00
                     */
                    start_time?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continueTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The last one when absent. */
                    entry_id?: number;
                    /**
                     * @description While another runs: refuse, or stop that one. The user's policy when absent.
                     * @enum {string}
                     */
                    on_running?: "keep" | "switch";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which timer, where several run; the one that started last when absent. */
                    entry_id?: number;
                    /**
                     * @description A moment in the past: "I forgot to stop".
                     * @example 2025-01-27T09:00:00
                     */
                    end_time?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which timer, where several run; the one that started last when absent. */
                    entry_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which timer, where several run; the one that started last when absent. */
                    entry_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which timer, where several run; the one that started last when absent. */
                    entry_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which timer, where several run; the one that started last when absent. */
                    entry_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A moment in the past: "I forgot to stop".
                     * @example 2025-01-27T09:00:00
                     */
                    end_time?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only if nobody was there after this instant.
                     * @example 2025-01-27T09:00:00
                     */
                    inactive_since?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        user_id: number;
                        project_id: number | null;
                        task_id: number | null;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        start_time: string;
                        /**
                         * Format: date-time
                         * @description Null while the timer runs.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        end_time: string | null;
                        /**
                         * Format: date-time
                         * @description Since when a running timer is paused.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_at: string | null;
                        breaks: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                        }[];
                        /** @description Work: the span less its breaks. Null while the timer runs. */
                        duration_seconds: number | null;
                        /** @description The work by the owner's rounding. */
                        rounded_seconds: number | null;
                        tag_ids: number[];
                        billable: boolean;
                        /**
                         * @description Exact decimal, as a string: money is never a floating point number.
                         * @example 85.00
                         */
                        hourly_rate: string | null;
                        /**
                         * @description ISO 4217 code.
                         * @example EUR
                         */
                        currency: string | null;
                        /** @description What made it: `manual`, `timer`, `import:…`, a plugin. */
                        source: string;
                        /**
                         * Format: date-time
                         * @description When "still working?" was asked, unanswered.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        idle_asked_at: string | null;
                        /**
                         * Format: date-time
                         * @description When somebody was last there while it ran.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_activity_at: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        deleted_at: string | null;
                        warnings?: {
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description One or two of project, client, task, user, tag, day, week, month: `group_by=project,day`. */
                group_by?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        /**
                         * Format: time-zone
                         * @description IANA time zone.
                         * @example Europe/Berlin
                         */
                        time_zone: string;
                        groups: {
                            key: {
                                /** @enum {string} */
                                type: "project" | "client" | "task" | "user" | "tag" | "day" | "week" | "month";
                                /** @description Null for time without one. */
                                id?: number | null;
                                name?: string | null;
                                /**
                                 * @description Of projects and tags.
                                 * @example #2563eb
                                 */
                                color?: string | null;
                                /**
                                 * Format: date
                                 * @description The day, or the first day of the week or month, which may lie before `from`.
                                 */
                                date?: string;
                            };
                            /** @description Work: spans less breaks, to the second. */
                            duration_seconds: number;
                            /** @description The same, each entry rounded by its user's policy. */
                            rounded_seconds: number;
                            /** @description The billable part of `duration_seconds`. */
                            billable_seconds: number;
                            /** @description Different entries with work in this group. */
                            entry_count: number;
                            /** @description What the rounded billable time costs, one sum a currency: never added up. */
                            amounts: {
                                /**
                                 * @description ISO 4217 code.
                                 * @example EUR
                                 */
                                currency: string;
                                /**
                                 * @description Exact decimal, as a string: money is never a floating point number.
                                 * @example 85.00
                                 */
                                amount: string;
                            }[];
                            groups?: {
                                key: {
                                    /** @enum {string} */
                                    type: "project" | "client" | "task" | "user" | "tag" | "day" | "week" | "month";
                                    /** @description Null for time without one. */
                                    id?: number | null;
                                    name?: string | null;
                                    /**
                                     * @description Of projects and tags.
                                     * @example #2563eb
                                     */
                                    color?: string | null;
                                    /**
                                     * Format: date
                                     * @description The day, or the first day of the week or month, which may lie before `from`.
                                     */
                                    date?: string;
                                };
                                /** @description Work: spans less breaks, to the second. */
                                duration_seconds: number;
                                /** @description The same, each entry rounded by its user's policy. */
                                rounded_seconds: number;
                                /** @description The billable part of `duration_seconds`. */
                                billable_seconds: number;
                                /** @description Different entries with work in this group. */
                                entry_count: number;
                                /** @description What the rounded billable time costs, one sum a currency: never added up. */
                                amounts: {
                                    /**
                                     * @description ISO 4217 code.
                                     * @example EUR
                                     */
                                    currency: string;
                                    /**
                                     * @description Exact decimal, as a string: money is never a floating point number.
                                     * @example 85.00
                                     */
                                    amount: string;
                                }[];
                            }[];
                        }[];
                        total: {
                            /** @description Work: spans less breaks, to the second. */
                            duration_seconds: number;
                            /** @description The same, each entry rounded by its user's policy. */
                            rounded_seconds: number;
                            /** @description The billable part of `duration_seconds`. */
                            billable_seconds: number;
                            /** @description Different entries with work in this group. */
                            entry_count: number;
                            /** @description What the rounded billable time costs, one sum a currency: never added up. */
                            amounts: {
                                /**
                                 * @description ISO 4217 code.
                                 * @example EUR
                                 */
                                currency: string;
                                /**
                                 * @description Exact decimal, as a string: money is never a floating point number.
                                 * @example 85.00
                                 */
                                amount: string;
                            }[];
                        };
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportEntries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "start_time" | "-start_time";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            user_name: string;
                            client_id: number | null;
                            client_name: string | null;
                            project_id: number | null;
                            project_name: string | null;
                            /** @example #2563eb */
                            project_color: string | null;
                            task_id: number | null;
                            task_name: string | null;
                            description: string;
                            tag_ids: number[];
                            tag_names: string[];
                            /**
                             * Format: date-time
                             * @description Of the whole entry; it may lie outside the range.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            start_time: string;
                            /**
                             * Format: date-time
                             * @description Of the whole entry; it may lie outside the range.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            end_time: string;
                            /** @description Work inside the range. */
                            duration_seconds: number;
                            /** @description Its share of the rounded entry. */
                            rounded_seconds: number;
                            billable: boolean;
                            /**
                             * @description Exact decimal, as a string: money is never a floating point number.
                             * @example 85.00
                             */
                            hourly_rate: string | null;
                            /**
                             * @description Null when not billable, or without a rate.
                             * @example 85.00
                             */
                            amount: string | null;
                            /**
                             * @description ISO 4217 code.
                             * @example EUR
                             */
                            currency: string | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSummary: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description One or two of project, client, task, user, tag, day, week, month: `group_by=project,day`. */
                group_by?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReportEntries: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "start_time" | "-start_time";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSummaryAsXlsx: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description One or two of project, client, task, user, tag, day, week, month: `group_by=project,day`. */
                group_by?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReportEntriesAsXlsx: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "start_time" | "-start_time";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSummaryAsJson: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description One or two of project, client, task, user, tag, day, week, month: `group_by=project,day`. */
                group_by?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReportEntriesAsJson: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "start_time" | "-start_time";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSummaryAsPdf: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description One or two of project, client, task, user, tag, day, week, month: `group_by=project,day`. */
                group_by?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReportEntriesAsPdf: {
        parameters: {
            query?: {
                /**
                 * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                 * @example 2025-01-27
                 */
                from?: string;
                /**
                 * @description Last day, included. Without it: the last of `from`'s month, or of this.
                 * @example 2025-01-27
                 */
                to?: string;
                user_id?: number[];
                project_id?: number[];
                client_id?: number[];
                task_id?: number[];
                /** @description Any of these tags. */
                tag_id?: number[];
                billable?: boolean;
                /** @description Part of the description. */
                search?: string;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "start_time" | "-start_time";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            /** @enum {string} */
                            format: "toggl" | "clockify" | "clockify_projects" | "kimai" | "harvest" | "solidtime" | "solidtime_archive" | "timetracker" | "generic";
                            counts: {
                                /** @description Rows of the file, without the header and blank lines. */
                                rows: number;
                                entries_created: number;
                                /** @description Rows that an earlier import brought in. */
                                entries_skipped: number;
                                /** @description Of the entries created. */
                                duration_seconds_total: number;
                                /** @description Bad rows. Each is told for its first fault. */
                                errors_total: number;
                                warnings_total: number;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFile: {
        parameters: {
            query?: {
                /** @description Format of the file; `auto` knows it by the header row. */
                format?: "auto" | "toggl" | "clockify" | "clockify_projects" | "kimai" | "harvest" | "solidtime" | "solidtime_archive" | "timetracker" | "generic";
                /** @description Only report what would happen. Nothing is written unless this is `false`. */
                dry_run?: boolean;
                /** @description Write nothing at all when any row is bad. */
                strict?: boolean;
                /** @description Create clients, projects (managers and administrators), tasks and tags that do not exist. */
                create_missing?: boolean;
                /**
                 * @description IANA time zone of times without an offset; the asker's when absent.
                 * @example Europe/Berlin
                 */
                time_zone?: string;
                /** @description Order of year, month and day; `auto` refuses a file that leaves it open. */
                date_format?: "auto" | "YMD" | "MDY" | "DMY";
                /**
                 * @description Whose rows become whose: `email-in-the-file=email-in-stint`. A person without an email address is mapped by name. Repeatable.
                 * @example [
                 *       "jo@old.example=jo@new.example"
                 *     ]
                 */
                map_user?: string[];
                /** @description Email address of the user who gets the rows of unknown people. */
                default_user?: string;
            };
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
                "application/zip": unknown;
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The record in the history; null when nothing was written. */
                        import_id: number | null;
                        dry_run: boolean;
                        /** @enum {string} */
                        format: "toggl" | "clockify" | "clockify_projects" | "kimai" | "harvest" | "solidtime" | "solidtime_archive" | "timetracker" | "generic";
                        /** @description Rows of the file, without the header and blank lines. */
                        rows: number;
                        entries_created: number;
                        /** @description Rows that an earlier import brought in. */
                        entries_skipped: number;
                        /** @description Of the entries created. */
                        duration_seconds_total: number;
                        /** @description Bad rows. Each is told for its first fault. */
                        errors_total: number;
                        warnings_total: number;
                        clients_created: string[];
                        projects_created: string[];
                        tasks_created: string[];
                        tags_created: string[];
                        users: {
                            /** @description Null for rows that name nobody. */
                            in_file: string | null;
                            /** @description Null when no user was found. */
                            user_id: number | null;
                        }[];
                        /** @description The first 1000, by line. */
                        errors: {
                            /** @description As an editor counts, the header included. */
                            line: number | null;
                            /** @description Header of the column. */
                            column: string | null;
                            value: string;
                            reason: string;
                            /** @enum {string} */
                            code: "quote_unclosed" | "cells_missing" | "cells_extra" | "nul_character" | "required" | "too_long" | "too_many" | "billable_invalid" | "date_invalid" | "time_invalid" | "duration_invalid" | "instant_invalid" | "amount_invalid" | "end_before_start" | "entry_too_long" | "task_without_project" | "person_unknown" | "project_unknown" | "project_ambiguous" | "project_archived" | "client_archived" | "task_unknown" | "tag_unknown" | "period_locked" | "overlap";
                        }[];
                        /** @description The first 1000, by line. */
                        warnings: {
                            /** @description As an editor counts, the header included. */
                            line: number | null;
                            /** @description Header of the column. */
                            column: string | null;
                            value: string;
                            reason: string;
                            /** @enum {string} */
                            code: "clock_gap" | "clock_overlap" | "duration_differs" | "client_without_project" | "overlap" | "mapping_unused";
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queueImport: {
        parameters: {
            query?: {
                /** @description Format of the file; `auto` knows it by the header row. */
                format?: "auto" | "toggl" | "clockify" | "clockify_projects" | "kimai" | "harvest" | "solidtime" | "solidtime_archive" | "timetracker" | "generic";
                /** @description Only report what would happen. Nothing is written unless this is `false`. */
                dry_run?: boolean;
                /** @description Write nothing at all when any row is bad. */
                strict?: boolean;
                /** @description Create clients, projects (managers and administrators), tasks and tags that do not exist. */
                create_missing?: boolean;
                /**
                 * @description IANA time zone of times without an offset; the asker's when absent.
                 * @example Europe/Berlin
                 */
                time_zone?: string;
                /** @description Order of year, month and day; `auto` refuses a file that leaves it open. */
                date_format?: "auto" | "YMD" | "MDY" | "DMY";
                /**
                 * @description Whose rows become whose: `email-in-the-file=email-in-stint`. A person without an email address is mapped by name. Repeatable.
                 * @example [
                 *       "jo@old.example=jo@new.example"
                 *     ]
                 */
                map_user?: string[];
                /** @description Email address of the user who gets the rows of unknown people. */
                default_user?: string;
            };
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
                "application/zip": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed";
                        /** @description How far it is. */
                        rows_done: number;
                        /** @description Why it failed. */
                        error: {
                            code?: string;
                            detail?: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until when it is kept.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        expires_at: string;
                        /** @description Lines of the file, roughly. */
                        rows_total: number | null;
                        /** @description As the import answers it; null until it is done. */
                        report: {
                            /** @description The record in the history; null when nothing was written. */
                            import_id: number | null;
                            dry_run: boolean;
                            /** @enum {string} */
                            format: "toggl" | "clockify" | "clockify_projects" | "kimai" | "harvest" | "solidtime" | "solidtime_archive" | "timetracker" | "generic";
                            /** @description Rows of the file, without the header and blank lines. */
                            rows: number;
                            entries_created: number;
                            /** @description Rows that an earlier import brought in. */
                            entries_skipped: number;
                            /** @description Of the entries created. */
                            duration_seconds_total: number;
                            /** @description Bad rows. Each is told for its first fault. */
                            errors_total: number;
                            warnings_total: number;
                            clients_created: string[];
                            projects_created: string[];
                            tasks_created: string[];
                            tags_created: string[];
                            users: {
                                /** @description Null for rows that name nobody. */
                                in_file: string | null;
                                /** @description Null when no user was found. */
                                user_id: number | null;
                            }[];
                            /** @description The first 1000, by line. */
                            errors: {
                                /** @description As an editor counts, the header included. */
                                line: number | null;
                                /** @description Header of the column. */
                                column: string | null;
                                value: string;
                                reason: string;
                                /** @enum {string} */
                                code: "quote_unclosed" | "cells_missing" | "cells_extra" | "nul_character" | "required" | "too_long" | "too_many" | "billable_invalid" | "date_invalid" | "time_invalid" | "duration_invalid" | "instant_invalid" | "amount_invalid" | "end_before_start" | "entry_too_long" | "task_without_project" | "person_unknown" | "project_unknown" | "project_ambiguous" | "project_archived" | "client_archived" | "task_unknown" | "tag_unknown" | "period_locked" | "overlap";
                            }[];
                            /** @description The first 1000, by line. */
                            warnings: {
                                /** @description As an editor counts, the header included. */
                                line: number | null;
                                /** @description Header of the column. */
                                column: string | null;
                                value: string;
                                reason: string;
                                /** @enum {string} */
                                code: "clock_gap" | "clock_overlap" | "duration_differs" | "client_without_project" | "overlap" | "mapping_unused";
                            }[];
                        } | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed";
                        /** @description How far it is. */
                        rows_done: number;
                        /** @description Why it failed. */
                        error: {
                            code?: string;
                            detail?: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until when it is kept.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        expires_at: string;
                        /** @description Lines of the file, roughly. */
                        rows_total: number | null;
                        /** @description As the import answers it; null until it is done. */
                        report: {
                            /** @description The record in the history; null when nothing was written. */
                            import_id: number | null;
                            dry_run: boolean;
                            /** @enum {string} */
                            format: "toggl" | "clockify" | "clockify_projects" | "kimai" | "harvest" | "solidtime" | "solidtime_archive" | "timetracker" | "generic";
                            /** @description Rows of the file, without the header and blank lines. */
                            rows: number;
                            entries_created: number;
                            /** @description Rows that an earlier import brought in. */
                            entries_skipped: number;
                            /** @description Of the entries created. */
                            duration_seconds_total: number;
                            /** @description Bad rows. Each is told for its first fault. */
                            errors_total: number;
                            warnings_total: number;
                            clients_created: string[];
                            projects_created: string[];
                            tasks_created: string[];
                            tags_created: string[];
                            users: {
                                /** @description Null for rows that name nobody. */
                                in_file: string | null;
                                /** @description Null when no user was found. */
                                user_id: number | null;
                            }[];
                            /** @description The first 1000, by line. */
                            errors: {
                                /** @description As an editor counts, the header included. */
                                line: number | null;
                                /** @description Header of the column. */
                                column: string | null;
                                value: string;
                                reason: string;
                                /** @enum {string} */
                                code: "quote_unclosed" | "cells_missing" | "cells_extra" | "nul_character" | "required" | "too_long" | "too_many" | "billable_invalid" | "date_invalid" | "time_invalid" | "duration_invalid" | "instant_invalid" | "amount_invalid" | "end_before_start" | "entry_too_long" | "task_without_project" | "person_unknown" | "project_unknown" | "project_ambiguous" | "project_archived" | "client_archived" | "task_unknown" | "tag_unknown" | "period_locked" | "overlap";
                            }[];
                            /** @description The first 1000, by line. */
                            warnings: {
                                /** @description As an editor counts, the header included. */
                                line: number | null;
                                /** @description Header of the column. */
                                column: string | null;
                                value: string;
                                reason: string;
                                /** @enum {string} */
                                code: "clock_gap" | "clock_overlap" | "duration_differs" | "client_without_project" | "overlap" | "mapping_unused";
                            }[];
                        } | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queueExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    report: "detailed" | "summary";
                    /** @enum {string} */
                    format: "csv" | "json" | "xlsx" | "pdf";
                    /** @description As the report takes them. */
                    filters?: {
                        /**
                         * Format: date
                         * @description First day, in your time zone. Without it: the first of `to`'s month, or of this.
                         * @example 2025-01-27
                         */
                        from?: string;
                        /**
                         * Format: date
                         * @description Last day, included. Without it: the last of `from`'s month, or of this.
                         * @example 2025-01-27
                         */
                        to?: string;
                        user_id?: number[];
                        project_id?: number[];
                        client_id?: number[];
                        task_id?: number[];
                        /** @description Any of these tags. */
                        tag_id?: number[];
                        billable?: boolean;
                        /** @description Part of the description. */
                        search?: string;
                    };
                    /**
                     * @description Of a summary.
                     * @default [
                     *       "project"
                     *     ]
                     */
                    group_by?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed";
                        /** @description How far it is. */
                        rows_done: number;
                        /** @description Why it failed. */
                        error: {
                            code?: string;
                            detail?: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until when it is kept.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        expires_at: string;
                        file_name: string | null;
                        /** @description Where the file is, when it is done. */
                        file_url: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed";
                        /** @description How far it is. */
                        rows_done: number;
                        /** @description Why it failed. */
                        error: {
                            code?: string;
                            detail?: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until when it is kept.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        expires_at: string;
                        file_name: string | null;
                        /** @description Where the file is, when it is done. */
                        file_url: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportArchive: {
        parameters: {
            query?: {
                /** @description Your own data, or that of the whole instance (administrators). */
                of?: "me" | "instance";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": unknown;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/gzip": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        of: "me" | "instance";
                        /** @description When it was made. */
                        created_at: string;
                        /** @description Rows written, by table. */
                        counts: {
                            [key: string]: number;
                        };
                        /** @description People whose id changed, because it was taken here. */
                        users_mapped: {
                            email: string;
                            archived_id: number;
                            user_id: number;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Currency of rates, unless the client has its own.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * @description Rate where neither member, project nor client has one. Hidden from members.
                         * @example 85.00
                         */
                        default_hourly_rate: string | null;
                        /**
                         * @description What happens when two entries of one user overlap: nothing, a warning in the answer, or a refusal.
                         * @enum {string}
                         */
                        overlap_policy: "allow" | "warn" | "forbid";
                        /** @description Whether a user may run several timers at once. */
                        multiple_timers: boolean;
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string}
                         */
                        rounding_mode: "none" | "up" | "down" | "nearest";
                        rounding_minutes: number;
                        /** @description Head of printed reports: whose they are. */
                        organization_name: string;
                        /** @description Below the name on printed reports: address, telephone, tax number. Lines are kept. */
                        organization_address: string;
                        /** @description At the foot of each page of a printed report. */
                        report_footer: string;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Currency of rates, unless the client has its own.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description Rate where neither member, project nor client has one.
                     * @example 85.00
                     */
                    default_hourly_rate?: string | null;
                    /**
                     * @description What happens when two entries of one user overlap: nothing, a warning in the answer, or a refusal.
                     * @enum {string}
                     */
                    overlap_policy?: "allow" | "warn" | "forbid";
                    /** @description Whether a user may run several timers at once. */
                    multiple_timers?: boolean;
                    /**
                     * @description How durations are rounded on reading. The raw times are never changed.
                     * @enum {string}
                     */
                    rounding_mode?: "none" | "up" | "down" | "nearest";
                    rounding_minutes?: number;
                    /** @description Head of printed reports: whose they are. */
                    organization_name?: string;
                    /** @description Below the name on printed reports: address, telephone, tax number. Lines are kept. */
                    organization_address?: string;
                    /** @description At the foot of each page of a printed report. */
                    report_footer?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Currency of rates, unless the client has its own.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * @description Rate where neither member, project nor client has one. Hidden from members.
                         * @example 85.00
                         */
                        default_hourly_rate: string | null;
                        /**
                         * @description What happens when two entries of one user overlap: nothing, a warning in the answer, or a refusal.
                         * @enum {string}
                         */
                        overlap_policy: "allow" | "warn" | "forbid";
                        /** @description Whether a user may run several timers at once. */
                        multiple_timers: boolean;
                        /**
                         * @description How durations are rounded on reading. The raw times are never changed.
                         * @enum {string}
                         */
                        rounding_mode: "none" | "up" | "down" | "nearest";
                        rounding_minutes: number;
                        /** @description Head of printed reports: whose they are. */
                        organization_name: string;
                        /** @description Below the name on printed reports: address, telephone, tax number. Lines are kept. */
                        organization_address: string;
                        /** @description At the foot of each page of a printed report. */
                        report_footer: string;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "ends_on" | "-ends_on" | "created_at" | "-created_at";
                user_id?: number;
                project_id?: number;
                /**
                 * @description Only what changed at or after this instant (ISO 8601).
                 * @example 2025-01-27T09:00:00+01:00
                 */
                modified_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            /**
                             * Format: date
                             * @description First locked day; null locks everything up to `ends_on`.
                             * @example 2025-01-27
                             */
                            starts_on: string | null;
                            /**
                             * Format: date
                             * @description Last locked day, counted in the time zone of whose entry it is.
                             * @example 2025-01-27
                             */
                            ends_on: string;
                            /** @description Whose entries; null for all people. */
                            user_id: number | null;
                            /** @description Entries of which project; null for all. */
                            project_id: number | null;
                            /** @example Invoiced */
                            reason: string;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description First locked day; null locks everything up to `ends_on`.
                     * @example 2025-01-27
                     */
                    starts_on?: string | null;
                    /**
                     * Format: date
                     * @description Last locked day, counted in the time zone of whose entry it is.
                     * @example 2025-01-27
                     */
                    ends_on: string;
                    /** @description Whose entries; null for all people. */
                    user_id?: number | null;
                    /** @description Entries of which project; null for all. */
                    project_id?: number | null;
                    /** @example Invoiced */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /**
                         * Format: date
                         * @description First locked day; null locks everything up to `ends_on`.
                         * @example 2025-01-27
                         */
                        starts_on: string | null;
                        /**
                         * Format: date
                         * @description Last locked day, counted in the time zone of whose entry it is.
                         * @example 2025-01-27
                         */
                        ends_on: string;
                        /** @description Whose entries; null for all people. */
                        user_id: number | null;
                        /** @description Entries of which project; null for all. */
                        project_id: number | null;
                        /** @example Invoiced */
                        reason: string;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /**
                         * Format: date
                         * @description First locked day; null locks everything up to `ends_on`.
                         * @example 2025-01-27
                         */
                        starts_on: string | null;
                        /**
                         * Format: date
                         * @description Last locked day, counted in the time zone of whose entry it is.
                         * @example 2025-01-27
                         */
                        ends_on: string;
                        /** @description Whose entries; null for all people. */
                        user_id: number | null;
                        /** @description Entries of which project; null for all. */
                        project_id: number | null;
                        /** @example Invoiced */
                        reason: string;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateLock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description First locked day; null locks everything up to `ends_on`.
                     * @example 2025-01-27
                     */
                    starts_on?: string | null;
                    /**
                     * Format: date
                     * @description Last locked day, counted in the time zone of whose entry it is.
                     * @example 2025-01-27
                     */
                    ends_on?: string;
                    /** @description Whose entries; null for all people. */
                    user_id?: number | null;
                    /** @description Entries of which project; null for all. */
                    project_id?: number | null;
                    /** @example Invoiced */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /**
                         * Format: date
                         * @description First locked day; null locks everything up to `ends_on`.
                         * @example 2025-01-27
                         */
                        starts_on: string | null;
                        /**
                         * Format: date
                         * @description Last locked day, counted in the time zone of whose entry it is.
                         * @example 2025-01-27
                         */
                        ends_on: string;
                        /** @description Whose entries; null for all people. */
                        user_id: number | null;
                        /** @description Entries of which project; null for all. */
                        project_id: number | null;
                        /** @example Invoiced */
                        reason: string;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "id" | "-id";
                entity_type?: string;
                entity_id?: number;
                actor_id?: number;
                action?: string;
                /**
                 * @description At or after this instant (ISO 8601).
                 * @example 2025-01-27T00:00:00
                 */
                from?: string;
                /**
                 * @description Before this instant (ISO 8601).
                 * @example 2025-01-27T00:00:00
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            occurred_at: string;
                            /** @description Null: the system, or somebody not signed in. */
                            actor_id: number | null;
                            actor_name: string | null;
                            /**
                             * @description How they came: `session:<id>`, `token:<id>`, `login`, a job.
                             * @example token:7
                             */
                            actor_via: string;
                            ip: string | null;
                            /**
                             * @example project.updated
                             * @example auth.login_failed
                             */
                            action: string;
                            /** @example project */
                            entity_type: string;
                            entity_id: number | null;
                            /** @description Of an edit, each field as `[before, after]`; of a deletion, what there was; else null. */
                            changes: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Your own: everybody has one. */
                        id: number;
                        /** @description In the order of reading. Null for the dashboard that Stint comes with. */
                        cards: {
                            /**
                             * @description Owner and name. One that is not installed is kept, and shown when it is.
                             * @example core/hours-by-day
                             */
                            card: string;
                            /** @description Cells of a grid of twelve. */
                            columns: number;
                            /** @description Cells of a grid of twelve. */
                            rows: number;
                            /** @description What the person set on it, by the card's own schema. */
                            config: {
                                [key: string]: unknown;
                            };
                        }[] | null;
                        version: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceDashboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In the order of reading. Null for the dashboard that Stint comes with. */
                    cards: {
                        /**
                         * @description Owner and name. One that is not installed is kept, and shown when it is.
                         * @example core/hours-by-day
                         */
                        card: string;
                        /** @description Cells of a grid of twelve. */
                        columns: number;
                        /** @description Cells of a grid of twelve. */
                        rows: number;
                        /** @description What the person set on it, by the card's own schema. */
                        config: {
                            [key: string]: unknown;
                        };
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Your own: everybody has one. */
                        id: number;
                        /** @description In the order of reading. Null for the dashboard that Stint comes with. */
                        cards: {
                            /**
                             * @description Owner and name. One that is not installed is kept, and shown when it is.
                             * @example core/hours-by-day
                             */
                            card: string;
                            /** @description Cells of a grid of twelve. */
                            columns: number;
                            /** @description Cells of a grid of twelve. */
                            rows: number;
                            /** @description What the person set on it, by the card's own schema. */
                            config: {
                                [key: string]: unknown;
                            };
                        }[] | null;
                        version: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "created_at" | "-created_at";
                /** @description Only those that were not read, or were. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            user_id: number;
                            /** @description Who sent it; null for Stint itself. */
                            plugin_id: string | null;
                            /** @description What it is about: a person gets one of a key from each sender. */
                            key: string | null;
                            /** @description Plain text, in the person's language. */
                            text: string;
                            /** @description A path of the page to open. */
                            link: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            read_at: string | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                    /** @description This one, and all that are older. */
                    up_to?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many it were. */
                        read: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The worst of its problems.
                         * @enum {string}
                         */
                        status: "ok" | "warning" | "error";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        checked_at: string;
                        version: string;
                        node_version: string;
                        database: {
                            version: string;
                            size_bytes: number;
                        };
                        /** @description Where `DATA_DIR` lies. */
                        disk_free_bytes: number | null;
                        queue: {
                            /** @description Jobs that wait to be run now. */
                            due: number;
                            /** @description How long the oldest of them has waited. */
                            oldest_seconds: number;
                        };
                        problems: {
                            /** @enum {string} */
                            code: "check_failed" | "clock_differs" | "disk_low" | "address_unset" | "address_insecure" | "safe_mode" | "jobs_waiting" | "jobs_failed" | "events_waiting" | "deliveries_waiting" | "plugin_failed" | "plugin_incompatible" | "plugin_degraded" | "plugin_needs_config" | "plugin_issue" | "connections_broken" | "deliveries_failed";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            /** @description Id of the plugin that it is about. */
                            plugin: string | null;
                            /** @description What is in `detail` and differs from case to case. */
                            values: {
                                [key: string]: string | number;
                            };
                            /** @description What is wrong. */
                            detail: string;
                            /** @description What to do about it. */
                            action: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before, or the last `id` of the stream. */
                cursor?: string;
                /** @description Where to begin without a cursor. `newest` answers nothing but a cursor. */
                from?: "oldest" | "newest";
                /**
                 * @description Only these types, separated by commas.
                 * @example timer.started,timer.stopped
                 */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, or the stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Stable over all deliveries: a key for idempotency. */
                            id: string;
                            /** @example timer.started */
                            type: string;
                            /** @description Version of the shape of `data`. */
                            v: number;
                            /**
                             * Format: date-time
                             * @description When it happened, UTC.
                             */
                            timestamp: string;
                            /** @description Version of the entity after the change. A smaller one than you know is old news. */
                            seq: number;
                            entity: {
                                type: string;
                                id: number;
                            };
                            /** @description Who did it: `user_id` and `via`. */
                            actor: {
                                [key: string]: unknown;
                            } | null;
                            /** @description The plugin and connection that it came through, if any. */
                            origin: {
                                [key: string]: unknown;
                            } | null;
                            /** @description The row after the change; before it, for a deletion. */
                            data: {
                                [key: string]: unknown;
                            };
                            /** @description The row before a change; null for a creation, a deletion, or what you may not see. */
                            previous: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        /** @description Where to go on, now or later; there is one on the last page, too. */
                        next_cursor: string;
                        /** @description There is more already. A page may be empty and say so. */
                        has_more: boolean;
                    };
                    "text/event-stream": string;
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendarFeeds: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            name: string;
                            /** @description Only entries of these projects; all where empty. */
                            project_ids: number[];
                            /** @description How many past days it shows. */
                            days: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description Within a minute; null if never.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_used_at: string | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCalendarFeed: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Only entries of these projects; all where empty. */
                    project_ids?: number[];
                    /** @description How many past days it shows. */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** @description Only entries of these projects; all where empty. */
                        project_ids: number[];
                        /** @description How many past days it shows. */
                        days: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description Within a minute; null if never.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_used_at: string | null;
                        /**
                         * @description Where calendar programs read it, in this answer only; null when it is replayed.
                         * @example /api/v1/calendar/stint_cal_…
                         */
                        path: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendarFeed: {
        parameters: {
            query?: never;
            header: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlugins: {
        parameters: {
            query?: {
                /** @description Those as well whose data is still kept. */
                include_uninstalled?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            display_name: string;
                            version: string;
                            enabled: boolean;
                            /** @enum {string} */
                            state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            state_since: string;
                            last_error: string | null;
                            /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                            closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            uninstalled_at: string | null;
                            /**
                             * Format: date-time
                             * @description When its data goes, unless it is restored.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            purge_at: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            started_at: string | null;
                            /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                            timings: {
                                [key: string]: number;
                            } | null;
                            /**
                             * Format: date-time
                             * @description When it is started again by itself: it was not ready.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            retry_at: string | null;
                            /** @description How often the process ended while it was starting. */
                            crashes: number;
                            /** @description What it declares: permissions, events, routes, … */
                            manifest: unknown;
                            issues: {
                                key: string;
                                /** @enum {string} */
                                severity: "warning" | "error";
                                message: string;
                                action: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                raised_at: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        display_name: string;
                        version: string;
                        enabled: boolean;
                        /** @enum {string} */
                        state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        state_since: string;
                        last_error: string | null;
                        /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                        closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        uninstalled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When its data goes, unless it is restored.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        purge_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        started_at: string | null;
                        /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                        timings: {
                            [key: string]: number;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When it is started again by itself: it was not ready.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        retry_at: string | null;
                        /** @description How often the process ended while it was starting. */
                        crashes: number;
                        /** @description What it declares: permissions, events, routes, … */
                        manifest: unknown;
                        issues: {
                            key: string;
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            action: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            raised_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPluginDiagnostics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enablePlugin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        display_name: string;
                        version: string;
                        enabled: boolean;
                        /** @enum {string} */
                        state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        state_since: string;
                        last_error: string | null;
                        /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                        closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        uninstalled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When its data goes, unless it is restored.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        purge_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        started_at: string | null;
                        /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                        timings: {
                            [key: string]: number;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When it is started again by itself: it was not ready.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        retry_at: string | null;
                        /** @description How often the process ended while it was starting. */
                        crashes: number;
                        /** @description What it declares: permissions, events, routes, … */
                        manifest: unknown;
                        issues: {
                            key: string;
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            action: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            raised_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disablePlugin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        display_name: string;
                        version: string;
                        enabled: boolean;
                        /** @enum {string} */
                        state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        state_since: string;
                        last_error: string | null;
                        /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                        closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        uninstalled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When its data goes, unless it is restored.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        purge_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        started_at: string | null;
                        /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                        timings: {
                            [key: string]: number;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When it is started again by itself: it was not ready.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        retry_at: string | null;
                        /** @description How often the process ended while it was starting. */
                        crashes: number;
                        /** @description What it declares: permissions, events, routes, … */
                        manifest: unknown;
                        issues: {
                            key: string;
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            action: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            raised_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uninstallPlugin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Drops its tables, settings, secrets and links for good. */
                    drop_data: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restorePlugin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        display_name: string;
                        version: string;
                        enabled: boolean;
                        /** @enum {string} */
                        state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        state_since: string;
                        last_error: string | null;
                        /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                        closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        uninstalled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When its data goes, unless it is restored.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        purge_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        started_at: string | null;
                        /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                        timings: {
                            [key: string]: number;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When it is started again by itself: it was not ready.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        retry_at: string | null;
                        /** @description How often the process ended while it was starting. */
                        crashes: number;
                        /** @description What it declares: permissions, events, routes, … */
                        manifest: unknown;
                        issues: {
                            key: string;
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            action: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            raised_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPluginGuards: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                    closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        display_name: string;
                        version: string;
                        enabled: boolean;
                        /** @enum {string} */
                        state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        state_since: string;
                        last_error: string | null;
                        /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                        closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        uninstalled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When its data goes, unless it is restored.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        purge_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        started_at: string | null;
                        /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                        timings: {
                            [key: string]: number;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When it is started again by itself: it was not ready.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        retry_at: string | null;
                        /** @description How often the process ended while it was starting. */
                        crashes: number;
                        /** @description What it declares: permissions, events, routes, … */
                        manifest: unknown;
                        issues: {
                            key: string;
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            action: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            raised_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPluginSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description JSON Schema; `x-secret` marks what is write-only. */
                        schema: unknown;
                        /** @description A secret is `{"set": true}` or `{"set": false}`. */
                        values: unknown;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPluginSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description All values. A secret that is absent or empty stays as it is; null deletes it. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description JSON Schema; `x-secret` marks what is write-only. */
                        schema: unknown;
                        /** @description A secret is `{"set": true}` or `{"set": false}`. */
                        values: unknown;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyPluginSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description JSON Schema; `x-secret` marks what is write-only. */
                        schema: unknown;
                        /** @description A secret is `{"set": true}` or `{"set": false}`. */
                        values: unknown;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMyPluginSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description All values. A secret that is absent or empty stays as it is; null deletes it. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description JSON Schema; `x-secret` marks what is write-only. */
                        schema: unknown;
                        /** @description A secret is `{"set": true}` or `{"set": false}`. */
                        values: unknown;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logInByCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code; spaces and hyphens do not matter. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "admin" | "manager" | "member";
                            active: boolean;
                            /**
                             * Format: time-zone
                             * @description IANA time zone.
                             * @example Europe/Berlin
                             */
                            time_zone: string;
                            /**
                             * @example en
                             * @example de
                             */
                            locale: string;
                            /** @description ISO day: 1 Monday to 7 Sunday. */
                            week_start: number;
                            /** @enum {string} */
                            date_format: "YYYY-MM-DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY";
                            /** @enum {string} */
                            time_format: "24h" | "12h";
                            /**
                             * @description What starting a timer does while one runs: `keep` refuses, `switch` stops the first.
                             * @enum {string}
                             */
                            switch_policy: "keep" | "switch";
                            /**
                             * @description How durations are rounded on reading. The raw times are never changed.
                             * @enum {string|null}
                             */
                            rounding_mode: "none" | "up" | "down" | "nearest" | null;
                            rounding_minutes: number | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Since when it is on; null: it is off.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        confirmed_at: string | null;
                        recovery_codes_left: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTwoFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For an authenticator, as text or QR code: `otpauth://totp/…`. Shown once. */
                        uri: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTwoFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code; spaces and hyphens do not matter. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each opens once, in place of a code. Shown once. */
                        recovery_codes: string[] | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    /** @description Six digits of the authenticator, or a recovery code; spaces and hyphens do not matter. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each opens once, in place of a code. Shown once. */
                        recovery_codes: string[] | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTwoFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    /** @description Six digits of the authenticator, or a recovery code; spaces and hyphens do not matter. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetTwoFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            display_name: string;
                            description: string | null;
                            /** @description Below it are `status`, `config`, `test`, … */
                            address: string;
                            /** @enum {string} */
                            state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                            /**
                             * @description `disabled` while the plugin does not run.
                             * @enum {string}
                             */
                            health: "not_configured" | "connected" | "syncing" | "degraded" | "reconnect" | "error" | "disabled";
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_sync_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it is due by itself; null where nothing is tried.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            next_sync_at: string | null;
                            last_error: string | null;
                            can_sync: boolean;
                            has_webhooks: boolean;
                            /** @description Where a browser goes to connect by OAuth 2, where that is the way. */
                            connect_path: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPluginFailures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            /** @description The plugin's task, or `event:` and the type of the event, or `cron:` and its schedule. */
                            task: string;
                            attempts: number;
                            last_error: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            failed_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPluginFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
                failure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardPluginFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
                failure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "name" | "-name" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            /** @description Whose it is: it gets what they may see. */
                            user_id: number;
                            name: string;
                            /**
                             * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                             * @example https://example.com/stint
                             */
                            url: string;
                            /**
                             * @description Only these types of events; all where empty.
                             * @example [
                             *       "timer.started",
                             *       "timer.stopped"
                             *     ]
                             */
                            event_types: string[];
                            /** @description Only what is about these projects; everything where empty. */
                            project_ids: number[];
                            /** @description Only what is about these people; everybody where empty. */
                            user_ids: number[];
                            enabled: boolean;
                            /**
                             * @description Why Stint switched it off: nothing arrived in three days, or the receiver answered 410. Null where it did not.
                             * @enum {string|null}
                             */
                            disabled_reason: "failing" | "gone" | null;
                            /** @description Attempts that failed since the last that did not. */
                            failures: number;
                            /**
                             * Format: date-time
                             * @description After failures in a row nothing is sent until then.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            paused_until: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_success_at: string | null;
                            /**
                             * Format: date-time
                             * @description Until then requests are signed with the secret before, too.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            previous_secret_until: string | null;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            updated_at: string;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                     * @example https://example.com/stint
                     */
                    url: string;
                    /**
                     * @description Only these types of events; all where empty.
                     * @example [
                     *       "timer.started",
                     *       "timer.stopped"
                     *     ]
                     */
                    event_types?: string[];
                    /** @description Only what is about these projects; everything where empty. */
                    project_ids?: number[];
                    /** @description Only what is about these people; everybody where empty. */
                    user_ids?: number[];
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Whose it is: it gets what they may see. */
                        user_id: number;
                        name: string;
                        /**
                         * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                         * @example https://example.com/stint
                         */
                        url: string;
                        /**
                         * @description Only these types of events; all where empty.
                         * @example [
                         *       "timer.started",
                         *       "timer.stopped"
                         *     ]
                         */
                        event_types: string[];
                        /** @description Only what is about these projects; everything where empty. */
                        project_ids: number[];
                        /** @description Only what is about these people; everybody where empty. */
                        user_ids: number[];
                        enabled: boolean;
                        /**
                         * @description Why Stint switched it off: nothing arrived in three days, or the receiver answered 410. Null where it did not.
                         * @enum {string|null}
                         */
                        disabled_reason: "failing" | "gone" | null;
                        /** @description Attempts that failed since the last that did not. */
                        failures: number;
                        /**
                         * Format: date-time
                         * @description After failures in a row nothing is sent until then.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_until: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_success_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until then requests are signed with the secret before, too.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        previous_secret_until: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * @description In this answer only; null when the answer is replayed.
                         * @example whsec_…
                         */
                        secret: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Whose it is: it gets what they may see. */
                        user_id: number;
                        name: string;
                        /**
                         * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                         * @example https://example.com/stint
                         */
                        url: string;
                        /**
                         * @description Only these types of events; all where empty.
                         * @example [
                         *       "timer.started",
                         *       "timer.stopped"
                         *     ]
                         */
                        event_types: string[];
                        /** @description Only what is about these projects; everything where empty. */
                        project_ids: number[];
                        /** @description Only what is about these people; everybody where empty. */
                        user_ids: number[];
                        enabled: boolean;
                        /**
                         * @description Why Stint switched it off: nothing arrived in three days, or the receiver answered 410. Null where it did not.
                         * @enum {string|null}
                         */
                        disabled_reason: "failing" | "gone" | null;
                        /** @description Attempts that failed since the last that did not. */
                        failures: number;
                        /**
                         * Format: date-time
                         * @description After failures in a row nothing is sent until then.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_until: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_success_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until then requests are signed with the secret before, too.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        previous_secret_until: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read: refused if it changed since. */
                "if-match"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                     * @example https://example.com/stint
                     */
                    url?: string;
                    /**
                     * @description Only these types of events; all where empty.
                     * @example [
                     *       "timer.started",
                     *       "timer.stopped"
                     *     ]
                     */
                    event_types?: string[];
                    /** @description Only what is about these projects; everything where empty. */
                    project_ids?: number[];
                    /** @description Only what is about these people; everybody where empty. */
                    user_ids?: number[];
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Whose it is: it gets what they may see. */
                        user_id: number;
                        name: string;
                        /**
                         * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                         * @example https://example.com/stint
                         */
                        url: string;
                        /**
                         * @description Only these types of events; all where empty.
                         * @example [
                         *       "timer.started",
                         *       "timer.stopped"
                         *     ]
                         */
                        event_types: string[];
                        /** @description Only what is about these projects; everything where empty. */
                        project_ids: number[];
                        /** @description Only what is about these people; everybody where empty. */
                        user_ids: number[];
                        enabled: boolean;
                        /**
                         * @description Why Stint switched it off: nothing arrived in three days, or the receiver answered 410. Null where it did not.
                         * @enum {string|null}
                         */
                        disabled_reason: "failing" | "gone" | null;
                        /** @description Attempts that failed since the last that did not. */
                        failures: number;
                        /**
                         * Format: date-time
                         * @description After failures in a row nothing is sent until then.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_until: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_success_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until then requests are signed with the secret before, too.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        previous_secret_until: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Whose it is: it gets what they may see. */
                        user_id: number;
                        name: string;
                        /**
                         * @description Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.
                         * @example https://example.com/stint
                         */
                        url: string;
                        /**
                         * @description Only these types of events; all where empty.
                         * @example [
                         *       "timer.started",
                         *       "timer.stopped"
                         *     ]
                         */
                        event_types: string[];
                        /** @description Only what is about these projects; everything where empty. */
                        project_ids: number[];
                        /** @description Only what is about these people; everybody where empty. */
                        user_ids: number[];
                        enabled: boolean;
                        /**
                         * @description Why Stint switched it off: nothing arrived in three days, or the receiver answered 410. Null where it did not.
                         * @enum {string|null}
                         */
                        disabled_reason: "failing" | "gone" | null;
                        /** @description Attempts that failed since the last that did not. */
                        failures: number;
                        /**
                         * Format: date-time
                         * @description After failures in a row nothing is sent until then.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        paused_until: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_success_at: string | null;
                        /**
                         * Format: date-time
                         * @description Until then requests are signed with the secret before, too.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        previous_secret_until: string | null;
                        version: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        updated_at: string;
                        /**
                         * @description In this answer only; null when the answer is replayed.
                         * @example whsec_…
                         */
                        secret: string | null;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        webhook_id: number;
                        /** @description The `webhook-id` of all its attempts. */
                        event_id: string;
                        event_type: string;
                        entity_type: string;
                        entity_id: number;
                        seq: number;
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "failed";
                        is_replay: boolean;
                        attempts: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        next_attempt_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_attempt_at: string | null;
                        /** @description Of the last answer; null where none came. */
                        last_status: number | null;
                        /** @description Code of what kept the answer from coming. */
                        last_error: string | null;
                        last_duration_ms: number | null;
                        /** @description Address and headers of the last attempt. */
                        request: {
                            [key: string]: unknown;
                        } | null;
                        /** @description What the last attempt sent. */
                        body: string | null;
                        log: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            attempted_at: string;
                            status: number | null;
                            error: string | null;
                            duration_ms: number;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaySpan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    from: string;
                    /**
                     * @description ISO 8601; without an offset it is read in the asker's time zone.
                     * @example 2025-01-27T09:00:00
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many events will be sent once more. */
                        queued: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Count everything that matches. Costs a second query. */
                include_total?: boolean;
                /** @description Sort key; a leading `-` turns it round. */
                sort?: "id" | "-id";
                state?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: number;
                            webhook_id: number;
                            /** @description The `webhook-id` of all its attempts. */
                            event_id: string;
                            event_type: string;
                            entity_type: string;
                            entity_id: number;
                            seq: number;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "failed";
                            is_replay: boolean;
                            attempts: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            next_attempt_at: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            last_attempt_at: string | null;
                            /** @description Of the last answer; null where none came. */
                            last_status: number | null;
                            /** @description Code of what kept the answer from coming. */
                            last_error: string | null;
                            last_duration_ms: number | null;
                        }[];
                        /** @description Where the next page starts; null on the last one. */
                        next_cursor: string | null;
                        /** @description Only with `include_total=true`. */
                        total?: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        webhook_id: number;
                        /** @description The `webhook-id` of all its attempts. */
                        event_id: string;
                        event_type: string;
                        entity_type: string;
                        entity_id: number;
                        seq: number;
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "failed";
                        is_replay: boolean;
                        attempts: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        next_attempt_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        last_attempt_at: string | null;
                        /** @description Of the last answer; null where none came. */
                        last_status: number | null;
                        /** @description Code of what kept the answer from coming. */
                        last_error: string | null;
                        last_duration_ms: number | null;
                        /** @description Address and headers of the last attempt. */
                        request: {
                            [key: string]: unknown;
                        } | null;
                        /** @description What the last attempt sent. */
                        body: string | null;
                        log: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            attempted_at: string;
                            status: number | null;
                            error: string | null;
                            duration_ms: number;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: number;
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many events will be sent once more. */
                        queued: number;
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    installPlugin: {
        parameters: {
            query?: {
                /** @description Says what it is and installs nothing. `false` needs `sha256`. */
                dry_run?: boolean;
                /** @description Of the file that was looked at. */
                sha256?: string;
                /** @description Kept, to be recognised later. */
                file_name?: string;
            };
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/gzip": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dry_run: boolean;
                        id: string;
                        /** @example 1.2.0 */
                        version: string;
                        display_name: string;
                        description: string | null;
                        /** @description SHA-256, as hex. */
                        sha256: string;
                        /** @description How many files it has. */
                        files: number;
                        /** @description Their size, unpacked. */
                        bytes: number;
                        /** @description Range of the contract that it was made for. */
                        needs_contract: string;
                        /** @description The version of the contract here. */
                        contract: string;
                        /** @description What it says that it does: data, network, secrets. */
                        permissions: unknown;
                        /** @description What the version that is here does not ask for, as `network api.github.com`. */
                        added_permissions: string[];
                        /** @description What its code can do all the same. Show it. */
                        rights: string;
                        /** @description Scripts that npm would run. Nothing is run here. */
                        ignored_scripts: string[];
                        /** @description All that it declares. */
                        manifest: unknown;
                        /** @description The version that it takes the place of. */
                        current_version: string | null;
                        plugin?: {
                            id: string;
                            display_name: string;
                            version: string;
                            enabled: boolean;
                            /** @enum {string} */
                            state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            state_since: string;
                            last_error: string | null;
                            /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                            closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            uninstalled_at: string | null;
                            /**
                             * Format: date-time
                             * @description When its data goes, unless it is restored.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            purge_at: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            started_at: string | null;
                            /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                            timings: {
                                [key: string]: number;
                            } | null;
                            /**
                             * Format: date-time
                             * @description When it is started again by itself: it was not ready.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            retry_at: string | null;
                            /** @description How often the process ended while it was starting. */
                            crashes: number;
                            /** @description What it declares: permissions, events, routes, … */
                            manifest: unknown;
                            issues: {
                                key: string;
                                /** @enum {string} */
                                severity: "warning" | "error";
                                message: string;
                                action: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, with the offset of the reader's time zone.
                                 * @example 2025-01-27T09:00:00+01:00
                                 */
                                raised_at: string;
                            }[];
                        };
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPluginVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @example 1.2.0 */
                            version: string;
                            /** @enum {string} */
                            role: "current" | "previous" | "kept";
                            /** @description SHA-256, as hex. */
                            sha256: string | null;
                            /** @description SHA-256, as hex. */
                            files_sha256: string;
                            /** @description Name of the file or folder that it came from. */
                            source: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            installed_at: string;
                            installed_by: number | null;
                            /** @description Its files are on the machine that answers, unchanged. */
                            is_here: boolean;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBackPlugin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same request, it gets the first answer again. */
                "idempotency-key"?: string;
                /** @description Any value; needed with a session cookie. */
                "x-stint-csrf"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Without a version: to the one before. */
        requestBody: {
            content: {
                "application/json": {
                    /** @example 1.2.0 */
                    version?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        display_name: string;
                        version: string;
                        enabled: boolean;
                        /** @enum {string} */
                        state: "discovered" | "incompatible" | "disabled" | "migrating" | "starting" | "needs_config" | "active" | "degraded" | "failed" | "stopping" | "uninstalled" | "purged";
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        state_since: string;
                        last_error: string | null;
                        /** @description Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it. */
                        closed_guards: ("timer.beforeStart" | "entry.beforeCreate" | "entry.beforeUpdate" | "entry.beforeDelete" | "settings.beforeSave")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        uninstalled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When its data goes, unless it is restored.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        purge_at: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, with the offset of the reader's time zone.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        started_at: string | null;
                        /** @description Milliseconds of each step of its last start: migration, import, settings, set-up, routes. */
                        timings: {
                            [key: string]: number;
                        } | null;
                        /**
                         * Format: date-time
                         * @description When it is started again by itself: it was not ready.
                         * @example 2025-01-27T09:00:00+01:00
                         */
                        retry_at: string | null;
                        /** @description How often the process ended while it was starting. */
                        crashes: number;
                        /** @description What it declares: permissions, events, routes, … */
                        manifest: unknown;
                        issues: {
                            key: string;
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            action: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, with the offset of the reader's time zone.
                             * @example 2025-01-27T09:00:00+01:00
                             */
                            raised_at: string;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkPluginUpgrade: {
        parameters: {
            query: {
                /**
                 * @description Version of the plugin contract in that Stint: see its release notes.
                 * @example 2.0.0
                 */
                contract: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contract: {
                            current: string;
                            target: string;
                        };
                        /** @description How many that can run now could not. Their data stays. */
                        stops: number;
                        data: {
                            id: string;
                            display_name: string;
                            version: string;
                            needs_contract: string;
                            /**
                             * @description Runs on; stops; cannot run, now or then; could run then, and cannot now. Whether it is switched on is another question.
                             * @enum {string}
                             */
                            verdict: "runs" | "stops" | "cannot_run" | "could_run";
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askProviders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "work-items" | "suggestions" | "calendar-overlay" | "report-source";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            plugin: string;
                            items: unknown[];
                        }[];
                        /** @description Plugins that failed, or took longer than 2 seconds. */
                        missing: string[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUiPlugins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            display_name: string;
                            version: string;
                            /** @description Path of its JavaScript module; null without cards and pages. */
                            module: string | null;
                            cards: {
                                /** @description Unique in the plugin; the key of its class in the ui module's `cards`. */
                                name: string;
                                /**
                                 * @description Where it stands.
                                 * @enum {string}
                                 */
                                region: "dashboard/v1" | "timer.sidebar/v1" | "entry.editor/v1" | "project.page/v1" | "client.page/v1" | "report.widget/v1" | "integration.settings/v1" | "profile.section/v1" | "admin.section/v1" | "setup.step/v1" | "page/v1";
                                /** @description Heading of its frame. */
                                title: string;
                                /** @description For the list of cards to add. */
                                description?: string;
                                /** @description Name of a Lucide icon: `target`. */
                                icon?: string;
                                /** @description Of a new card on a dashboard. Without it: 4 by 2. */
                                size?: {
                                    /** @description Columns of the grid. */
                                    columns: number;
                                    /** @description Rows of the grid. */
                                    rows: number;
                                };
                                /**
                                 * @description Least role that sees it. Without it everybody does.
                                 * @enum {string}
                                 */
                                permission?: "member" | "manager" | "admin";
                                /**
                                 * @description Of `integration.settings/v1`: it stands above the form of the connection, and not in its place.
                                 * @default false
                                 */
                                keepsForm: boolean;
                                /** @description JSON Schema of what a person sets on one card; the page draws its form. */
                                configSchema?: {
                                    [key: string]: unknown;
                                };
                                /** @description Config with which a preview is shown. */
                                stub?: {
                                    [key: string]: unknown;
                                };
                            }[];
                            pages: {
                                /** @description Where the web app shows it: `/p/<id>/<path>`. */
                                address: string;
                                /** @description In your language, where the plugin has it. */
                                title: string;
                                icon: string | null;
                                /** @description Which of `cards` fills it. */
                                card: string;
                            }[];
                            /** @description For the command palette. Each has either `opens` or `calls`. */
                            commands: {
                                name: string;
                                /** @description In your language, where the plugin has it. */
                                title: string;
                                icon: string | null;
                                keywords: string[];
                                /** @description An address of the web app. */
                                opens: string | null;
                                /** @description A request without a body; `message` of its answer is for the person. */
                                calls: {
                                    /** @enum {string} */
                                    method: "POST" | "PUT" | "PATCH" | "DELETE";
                                    path: string;
                                } | null;
                                /** @description To be asked before `calls`. */
                                confirm: string | null;
                            }[];
                            /** @description Whether you can set something of it: `/me/plugins/<id>/settings`. */
                            has_own_settings: boolean;
                            /** @description Languages of `i18n/<language>.json`. */
                            translations: string[];
                        }[];
                    };
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Failed here; nothing was changed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
