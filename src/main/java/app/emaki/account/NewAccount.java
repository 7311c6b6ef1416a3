package app.emaki.account;

/** What makes an account, brought to the form in which it is kept. */
record NewAccount(String handle, String email, String password) {
    NewAccount {
        handle = HandleRule.normalise(handle);
        email = EmailRule.normalise(email);
        password = PasswordRule.normalise(password);
    }
}
